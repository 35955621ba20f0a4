package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores events that are not there yet, raises the sums by just these, and prolongs what is covered. Rows go as arrays
/// in one statement: batches are a second's worth, too small to copy.
///
/// Writers of events take turns until their transactions end, so that numbers can be seen in the order in which they were
/// given; whoever comes second finds the same events there, and takes no numbers for them. All touch rows in one order
/// (events, minutes, coverage, each by its key), so that no two wait for each other.
@Component
class LiquidationWriter {

    private static final String APPEND = """
            with incoming as (
                select i.id as instrument_id, e.*
                from unnest(:venues, :symbols, :identities, :times::timestamptz[], :longs, :prices, :coins, :usd)
                    as e(venue, symbol, identity, time, is_long, price, coins, usd)
                join venue v on v.name = e.venue
                join instrument i on i.venue_id = v.id and i.symbol = e.symbol
            ), stored as (
                insert into liquidation (instrument_id, identity, time, is_long, price, coins, usd)
                select instrument_id, identity, time, is_long, price, coins, usd
                from incoming
                where not exists (
                    select from liquidation as known
                    where known.instrument_id = incoming.instrument_id and known.identity = incoming.identity)
                order by instrument_id, time, identity
                on conflict do nothing
                returning instrument_id, time, is_long, coins, usd
            ), summed as (
                insert into liquidation_minute as minute (instrument_id, minute, is_long, events, coins, usd)
                select instrument_id, date_bin('1 minute', time, timestamptz 'epoch') as minute, is_long,
                       count(*), sum(coins), sum(usd)
                from stored group by 1, 2, 3 order by 1, 2, 3
                on conflict (instrument_id, minute, is_long) do update
                set events = minute.events + excluded.events,
                    coins = minute.coins + excluded.coins,
                    usd = minute.usd + excluded.usd
            )
            select (select count(*) from incoming) as known, (select count(*) from stored) as added""";

    private static final String COVER = """
            with stretch as (
                select i.id as instrument_id, c.*
                from unnest(:venues, :symbols, :from::timestamptz[], :to::timestamptz[], :completeness)
                    as c(venue, symbol, listened_from, listened_to, completeness)
                join venue v on v.name = c.venue
                join instrument i on i.venue_id = v.id and i.symbol = c.symbol
            ), written as (
                insert into liquidation_coverage as stored (instrument_id, listened_from, listened_to, completeness)
                select instrument_id, listened_from, listened_to, completeness
                from stretch order by instrument_id, listened_from
                on conflict (instrument_id, listened_from) do update
                set listened_to = greatest(stored.listened_to, excluded.listened_to)
            )
            select count(*) from stretch""";

    // Any number that nothing else in the database locks.
    private static final long LOCK = 0x6c69_7175_6964_6e6fL;

    private final JdbcClient database;

    LiquidationWriter(JdbcClient database) {
        this.database = database;
    }

    /// Stores all or nothing.
    ///
    /// @return how many events were new
    @Transactional
    long append(Collection<Liquidation> events, Collection<Coverage> coverage) {
        long added = events.isEmpty() ? 0 : store(events);
        if (!coverage.isEmpty()) {
            cover(coverage);
        }
        return added;
    }

    private long store(Collection<Liquidation> events) {
        List<Liquidation> rows = events.stream()
                .sorted(Comparator.comparing(Liquidation::instrument).thenComparing(Liquidation::identity))
                .toList();
        database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        Outcome outcome = database.sql(APPEND)
                .param("venues", texts(rows, event -> event.instrument().venue().name()))
                .param("symbols", texts(rows, event -> event.instrument().symbol()))
                .param("identities", texts(rows, Liquidation::identity))
                .param("times", times(rows, Liquidation::time))
                .param(
                        "longs",
                        rows.stream().map(event -> event.side() == Side.LONG).toArray(Boolean[]::new))
                .param("prices", numbers(rows, Liquidation::price))
                .param("coins", numbers(rows, Liquidation::coins))
                .param("usd", numbers(rows, Liquidation::usd))
                .query(Outcome.class)
                .single();
        requireAll(outcome.known(), rows, Liquidation::instrument);
        return outcome.added();
    }

    private void cover(Collection<Coverage> coverage) {
        List<Coverage> rows = List.copyOf(coverage);
        long known = database.sql(COVER)
                .param(
                        "venues",
                        texts(rows, stretch -> stretch.instrument().venue().name()))
                .param("symbols", texts(rows, stretch -> stretch.instrument().symbol()))
                .param("from", times(rows, Coverage::from))
                .param("to", times(rows, Coverage::to))
                .param(
                        "completeness",
                        texts(rows, stretch -> stretch.completeness().name()))
                .query(Long.class)
                .single();
        requireAll(known, rows, Coverage::instrument);
    }

    private static <T> void requireAll(long known, List<T> rows, Function<T, InstrumentId> instrument) {
        if (known != rows.size()) {
            throw new IllegalStateException("not all of these instruments are registered: "
                    + rows.stream().map(instrument).distinct().sorted().toList());
        }
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static <T> Double[] numbers(List<T> rows, Function<T, Double> field) {
        return rows.stream().map(field).toArray(Double[]::new);
    }

    /// The driver knows no arrays of times.
    private static <T> String[] times(List<T> rows, Function<T, Instant> field) {
        return texts(rows, row -> field.apply(row).toString());
    }

    /// @param known how many events are of registered instruments
    /// @param added how many were new
    private record Outcome(long known, long added) {}
}
