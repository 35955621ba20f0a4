package io.liquidationmap.history.jdbc;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
        StringBuilder line = new StringBuilder();
        try (PGCopyOutputStream table = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy staged_bar from stdin", BUFFER_BYTES)) {
            for (Bar bar : bars) {
                Instant openTime = bar.openTime();
                if (!interval.isBoundary(openTime)) {
                    throw new IllegalArgumentException(
                            "a bar of " + interval + " cannot open at " + openTime + ", which is not on a boundary");
                }
                first = openTime.isBefore(first) ? openTime : first;
                last = openTime.isAfter(last) ? openTime : last;
                months.add(YearMonth.from(openTime.atOffset(ZoneOffset.UTC)));
                line.setLength(0);
                append(line.append(position++), bar);
                table.write(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new SQLException("the bars could not be copied", e);
        }
        return new StagedBars(first, last, months);
    }

    private static void append(StringBuilder line, Bar bar) {
        line.append('\t').append(bar.openTime());
        line.append('\t').append(bar.price().open());
        line.append('\t').append(bar.price().high());
        line.append('\t').append(bar.price().low());
        line.append('\t').append(bar.price().close());
        line.append('\t').append(bar.priceKind() == PriceKind.MARK);
        append(line, bar.vwap());
        append(line, bar.volume());
        append(line, bar.takerBuyVolume());
        append(line, bar.openInterest());
        append(line, bar.longShortRatio());
        append(line, bar.topAccountRatio());
        append(line, bar.topPositionRatio());
        append(line, bar.fundingRate());
        append(line, bar.liquidatedLongUsd());
        append(line, bar.liquidatedShortUsd());
        line.append('\n');
    }

    private static void append(StringBuilder line, @Nullable Double value) {
        line.append('\t');
        if (value == null) {
            line.append("\\N");
        } else {
            line.append(value.doubleValue());
        }
    }
}
