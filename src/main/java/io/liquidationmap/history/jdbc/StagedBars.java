package io.liquidationmap.history.jdbc;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeSet;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// What a write has put into its staging table, which only its own session sees and which is empty again after its
/// transaction.
///
/// @param first the earliest open time
/// @param last the latest open time
/// @param months in which bars open, in UTC
record StagedBars(Instant first, Instant last, SortedSet<YearMonth> months) {

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

    /// Whether there was no bar to copy.
    boolean isEmpty() {
        return months.isEmpty();
    }

    /// Copies bars to the staging table.
    ///
    /// @throws IllegalArgumentException if a bar does not open on a boundary of the interval
    static StagedBars copy(Connection connection, Interval interval, Iterable<Bar> bars) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        SortedSet<YearMonth> months = new TreeSet<>();
        long position = 0;
        try (BinaryCopy table =
                new BinaryCopy(new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER_BYTES))) {
            for (Bar bar : bars) {
                Instant openTime = bar.openTime();
                if (!interval.isBoundary(openTime)) {
                    throw new IllegalArgumentException(
                            "a bar of " + interval + " cannot open at " + openTime + ", which is not on a boundary");
                }
                first = openTime.isBefore(first) ? openTime : first;
                last = openTime.isAfter(last) ? openTime : last;
                months.add(YearMonth.from(openTime.atOffset(ZoneOffset.UTC)));
                append(table, position++, bar);
            }
        } catch (IOException e) {
            throw new SQLException("the bars could not be copied", e);
        }
        return new StagedBars(first, last, months);
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
