package io.liquidationmap.history.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Bars of one series on their way into the table of bars, where the database can read them as rows.
interface IncomingBars {

    /// What to select from: rows with the columns of a bar, and with their `position` in the order in which they came.
    String rows();

    /// A statement that selects from [#rows()], with what it needs for that.
    StatementSpec bind(StatementSpec statement);

    /// Where they lie in time.
    BarSpan span();
}
