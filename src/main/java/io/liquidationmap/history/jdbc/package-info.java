/// Bars in PostgreSQL by plain JDBC: monthly partitions, bulk writes by COPY, reads into columns.
@NullMarked
package io.liquidationmap.history.jdbc;

import org.jspecify.annotations.NullMarked;
