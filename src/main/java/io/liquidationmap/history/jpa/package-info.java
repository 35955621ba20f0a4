/// Reference data and the ingestion journal in PostgreSQL, by Spring Data JPA; entities never leave this package.
@NullMarked
package io.liquidationmap.history.jpa;

import org.jspecify.annotations.NullMarked;
