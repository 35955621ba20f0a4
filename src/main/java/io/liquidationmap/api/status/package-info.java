/// How ingestion is doing.
@NullMarked
package io.liquidationmap.api.status;

import org.jspecify.annotations.NullMarked;
