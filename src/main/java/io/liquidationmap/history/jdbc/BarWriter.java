package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Interval;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes bars into the table of bars by one statement that touches only the rows that differ. A few come with the
/// statement, many by COPY to a staging table first.
@Component
class BarWriter {

    private static final String MERGE = """
            with incoming as (
                select distinct on (open_time) * from ROWS as delivered order by open_time, position desc
            ), written as (
                merge into bar using incoming
                on bar.instrument_id = :instrument and bar.interval_seconds = :interval
                    and bar.open_time = incoming.open_time and bar.open_time between :first and :last
                when matched and (
                    (incoming.is_mark or not bar.is_mark)
                        and (incoming.open, incoming.high, incoming.low, incoming.close, incoming.is_mark)
                            is distinct from (bar.open, bar.high, bar.low, bar.close, bar.is_mark)
                    or (coalesce(incoming.vwap, bar.vwap),
                            coalesce(incoming.volume, bar.volume),
                            coalesce(incoming.taker_buy_volume, bar.taker_buy_volume),
                            coalesce(incoming.open_interest, bar.open_interest),
                            coalesce(incoming.long_short_ratio, bar.long_short_ratio),
                            coalesce(incoming.top_account_ratio, bar.top_account_ratio),
                            coalesce(incoming.top_position_ratio, bar.top_position_ratio),
                            coalesce(incoming.funding_rate, bar.funding_rate),
                            coalesce(incoming.liquidated_long_usd, bar.liquidated_long_usd),
                            coalesce(incoming.liquidated_short_usd, bar.liquidated_short_usd))
                        is distinct from
                            (bar.vwap, bar.volume, bar.taker_buy_volume, bar.open_interest, bar.long_short_ratio,
                            bar.top_account_ratio, bar.top_position_ratio, bar.funding_rate,
                            bar.liquidated_long_usd, bar.liquidated_short_usd)
                ) then update set
                    open = case when incoming.is_mark or not bar.is_mark then incoming.open else bar.open end,
                    high = case when incoming.is_mark or not bar.is_mark then incoming.high else bar.high end,
                    low = case when incoming.is_mark or not bar.is_mark then incoming.low else bar.low end,
                    close = case when incoming.is_mark or not bar.is_mark then incoming.close else bar.close end,
                    is_mark = incoming.is_mark or bar.is_mark,
                    vwap = coalesce(incoming.vwap, bar.vwap),
                    volume = coalesce(incoming.volume, bar.volume),
                    taker_buy_volume = coalesce(incoming.taker_buy_volume, bar.taker_buy_volume),
                    open_interest = coalesce(incoming.open_interest, bar.open_interest),
                    long_short_ratio = coalesce(incoming.long_short_ratio, bar.long_short_ratio),
                    top_account_ratio = coalesce(incoming.top_account_ratio, bar.top_account_ratio),
                    top_position_ratio = coalesce(incoming.top_position_ratio, bar.top_position_ratio),
                    funding_rate = coalesce(incoming.funding_rate, bar.funding_rate),
                    liquidated_long_usd = coalesce(incoming.liquidated_long_usd, bar.liquidated_long_usd),
                    liquidated_short_usd = coalesce(incoming.liquidated_short_usd, bar.liquidated_short_usd)
                when not matched then insert (
                    instrument_id, interval_seconds, open_time, open, high, low, close, is_mark,
                    vwap, volume, taker_buy_volume, open_interest, long_short_ratio, top_account_ratio,
                    top_position_ratio, funding_rate, liquidated_long_usd, liquidated_short_usd
                ) values (
                    :instrument, :interval, incoming.open_time,
                    incoming.open, incoming.high, incoming.low, incoming.close, incoming.is_mark,
                    incoming.vwap, incoming.volume, incoming.taker_buy_volume, incoming.open_interest,
                    incoming.long_short_ratio, incoming.top_account_ratio, incoming.top_position_ratio,
                    incoming.funding_rate, incoming.liquidated_long_usd, incoming.liquidated_short_usd
                )
                returning merge_action() as action, bar.open_time
            )
            select count(*) filter (where action = 'INSERT') as added,
                   count(*) filter (where action = 'UPDATE') as changed,
                   (select count(*) from incoming) as bars,
                   min(open_time) as first_changed
            from written""";

    /// More than a poll usually brings, fewer than most pages of a back-fill.
    private static final int FEW = 300;

    private final JdbcClient database;
    private final JdbcOperations connections;
    private final BarPartitions partitions;
    private final SeriesLog log;

    BarWriter(JdbcClient database, JdbcOperations connections, BarPartitions partitions, SeriesLog log) {
        this.database = database;
        this.connections = connections;
        this.partitions = partitions;
        this.log = log;
    }

    /// Stores bars of one series, all or none.
    @Transactional
    WriteResult write(SeriesKey series, Iterable<Bar> bars) {
        IncomingBars incoming = bars instanceof List<Bar> listed && listed.size() <= FEW
                ? ListedBars.of(series.interval(), listed)
                : staged(series.interval(), bars);
        BarSpan span = incoming.span();
        if (span.isEmpty()) {
            return WriteResult.NONE;
        }
        partitions.require(span.months());
        log.lock(series, span);
        Merge merge = merge(series, incoming);
        if (merge.firstChanged() != null) {
            log.append(series, span, merge.added(), merge.firstChanged());
        }
        return new WriteResult(merge.added(), merge.changed(), merge.bars() - merge.added() - merge.changed());
    }

    private StagedBars staged(Interval interval, Iterable<Bar> bars) {
        return connections.execute(
                (ConnectionCallback<StagedBars>) connection -> StagedBars.copy(connection, interval, bars));
    }

    private Merge merge(SeriesKey series, IncomingBars incoming) {
        return incoming.bind(series.statement(database, MERGE.replace("ROWS", incoming.rows())))
                .param("first", incoming.span().first().atOffset(ZoneOffset.UTC))
                .param("last", incoming.span().last().atOffset(ZoneOffset.UTC))
                .query(Merge.class)
                .single();
    }

    /// What the merge did.
    ///
    /// @param bars how many bars with different open times were to be written
    /// @param firstChanged the earliest bar that is new or changed
    private record Merge(
            long added, long changed, long bars, @Nullable OffsetDateTime firstChanged) {}
}
