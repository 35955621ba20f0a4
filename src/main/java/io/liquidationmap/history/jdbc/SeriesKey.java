package io.liquidationmap.history.jdbc;

import io.liquidationmap.market.Interval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What identifies a series in the database.
///
/// @param instrument the instrument's row
/// @param interval the length of its bars
record SeriesKey(int instrument, Interval interval) {

    /// A statement whose parameters `:instrument` and `:interval` are this series.
    StatementSpec statement(JdbcClient database, String sql) {
        return database.sql(sql).param("instrument", instrument).param("interval", interval.seconds());
    }
}
