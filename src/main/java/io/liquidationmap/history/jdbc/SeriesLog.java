package io.liquidationmap.history.jdbc;

import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What each series holds and how it came to: its extent and version, and from which bar on each version differs from
/// the one before.
@Component
class SeriesLog {

    private final JdbcClient database;
    private final Clock clock;

    SeriesLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Makes the writers of one series take turns until the end of their transactions.
    void lock(int instrument, Interval interval, StagedBars written) {
        database.sql("""
                        insert into series
                            (instrument_id, interval_seconds, first_open_time, last_open_time, bars, version, changed_at)
                        values (:instrument, :interval, :first, :last, 0, 0, :now)
                        on conflict do nothing""")
                .param("instrument", instrument)
                .param("interval", interval.seconds())
                .param("first", written.first().atOffset(ZoneOffset.UTC))
                .param("last", written.last().atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
        database.sql("""
                        select version from series
                        where instrument_id = :instrument and interval_seconds = :interval
                        for no key update""")
                .param("instrument", instrument)
                .param("interval", interval.seconds())
                .query(Long.class)
                .single();
    }

    /// Gives a locked series its next version.
    ///
    /// @param added how many bars it holds more than before
    /// @param firstChanged the earliest bar that is new or changed
    void append(int instrument, Interval interval, StagedBars written, long added, OffsetDateTime firstChanged) {
        long version = database.sql("""
                        update series
                        set first_open_time = least(first_open_time, :first),
                            last_open_time = greatest(last_open_time, :last),
                            bars = bars + :added, version = version + 1, changed_at = :now
                        where instrument_id = :instrument and interval_seconds = :interval
                        returning version""")
                .param("instrument", instrument)
                .param("interval", interval.seconds())
                .param("first", written.first().atOffset(ZoneOffset.UTC))
                .param("last", written.last().atOffset(ZoneOffset.UTC))
                .param("added", added)
                .param("now", now())
                .query(Long.class)
                .single();
        database.sql("""
                        delete from series_change
                        where instrument_id = :instrument and interval_seconds = :interval
                          and first_changed >= :firstChanged""")
                .param("instrument", instrument)
                .param("interval", interval.seconds())
                .param("firstChanged", firstChanged)
                .update();
        database.sql("""
                        insert into series_change (instrument_id, interval_seconds, version, first_changed)
                        values (:instrument, :interval, :version, :firstChanged)""")
                .param("instrument", instrument)
                .param("interval", interval.seconds())
                .param("version", version)
                .param("firstChanged", firstChanged)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
