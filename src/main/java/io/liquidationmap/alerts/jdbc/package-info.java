/// Alerts and deliveries in PostgreSQL by plain JDBC.
@NullMarked
package io.liquidationmap.alerts.jdbc;

import org.jspecify.annotations.NullMarked;
