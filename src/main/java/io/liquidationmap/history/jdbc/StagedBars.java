package io.liquidationmap.history.jdbc;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Bars that have been copied to a staging table, which only its own session sees and which is empty again after its
/// transaction.
record StagedBars(BarSpan span) implements IncomingBars {

    private static final String CREATE = """
            create temporary table if not exists staged_bar (
                position             bigint           not null,
                open_time            timestamptz      not null,
                open                 double precision not null,
                high                 double precision not null,
                low                  double precision not null,
                close                double precision not null,
                is_mark              boolean          not null,
                vwap                 double precision,
                volume               double precision,
                taker_buy_volume     double precision,
                open_interest        double precision,
                long_short_ratio     double precision,
                top_account_ratio    double precision,
                top_position_ratio   double precision,
                funding_rate         double precision,
                liquidated_long_usd  double precision,
                liquidated_short_usd double precision
            ) on commit delete rows""";

    private static final String COPY = "copy staged_bar from stdin with (format binary)";
    private static final int COLUMNS = 17;
    private static final int BUFFER_BYTES = 1 << 16;

    /// Copies bars to the staging table.
    ///
    /// @throws IllegalArgumentException if a bar does not open on a boundary of the interval
    static StagedBars copy(Connection connection, Interval interval, Iterable<Bar> bars) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        BarSpan span = new BarSpan(interval);
        long position = 0;
        try (BinaryCopy table =
                new BinaryCopy(new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER_BYTES))) {
            for (Bar bar : bars) {
                span.add(bar.openTime());
                append(table, position++, bar);
            }
        } catch (IOException e) {
            throw new SQLException("the bars could not be copied", e);
        }
        return new StagedBars(span);
    }

    @Override
    public String rows() {
        return "staged_bar";
    }

    @Override
    public StatementSpec bind(StatementSpec statement) {
        return statement;
    }

    private static void append(BinaryCopy table, long position, Bar bar) throws IOException {
        table.row(COLUMNS)
                .integer(position)
                .time(bar.openTime())
                .number(bar.price().open())
                .number(bar.price().high())
                .number(bar.price().low())
                .number(bar.price().close())
                .truth(bar.priceKind() == PriceKind.MARK)
                .number(bar.vwap())
                .number(bar.volume())
                .number(bar.takerBuyVolume())
                .number(bar.openInterest())
                .number(bar.longShortRatio())
                .number(bar.topAccountRatio())
                .number(bar.topPositionRatio())
                .number(bar.fundingRate())
                .number(bar.liquidatedLongUsd())
                .number(bar.liquidatedShortUsd());
    }
}
