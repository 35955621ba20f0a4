package io.liquidationmap.history.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes the sums of logged liquidations into stored bars.
@Component
class LiquidationBars {

    private static final String COMPLETE = """
            with covered as (
                select range_agg(tstzrange(listened_from, listened_to)) as stretches
                from liquidation_coverage
                where instrument_id = :instrument and listened_to > :from
            ), due as (
                select open_time, open_time + make_interval(secs => :interval) as end_time
                from bar, covered
                where instrument_id = :instrument and interval_seconds = :interval
                  and open_time >= :from and open_time < :to
                  and liquidated_long_usd is null and liquidated_short_usd is null
                  and stretches @> tstzrange(open_time, open_time + make_interval(secs => :interval))
            ), summed as (
                select due.open_time,
                       coalesce(sum(usd) filter (where is_long), 0) as long_usd,
                       coalesce(sum(usd) filter (where not is_long), 0) as short_usd
                from due left join liquidation_minute
                  on instrument_id = :instrument and minute >= due.open_time and minute < due.end_time
                group by due.open_time
            ), written as (
                update bar set liquidated_long_usd = long_usd, liquidated_short_usd = short_usd
                from summed
                where bar.instrument_id = :instrument and bar.interval_seconds = :interval
                  and bar.open_time = summed.open_time and bar.open_time >= :from and bar.open_time < :to
                returning bar.open_time
            )
            select count(*) as changed, min(open_time) as first_changed from written""";

    private final JdbcClient database;
    private final SeriesLog log;

    LiquidationBars(JdbcClient database, SeriesLog log) {
        this.database = database;
        this.log = log;
    }

    /// Completes the bars that open in `[from, to)`.
    ///
    /// @return how many changed
    @Transactional
    long complete(SeriesKey series, Instant from, Instant to) {
        if (!log.lockIfPresent(series)) {
            return 0;
        }
        Outcome outcome = series.statement(database, COMPLETE)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Outcome.class)
                .single();
        if (outcome.firstChanged() != null) {
            log.amend(series, outcome.firstChanged());
        }
        return outcome.changed();
    }

    private record Outcome(long changed, @Nullable OffsetDateTime firstChanged) {}
}
