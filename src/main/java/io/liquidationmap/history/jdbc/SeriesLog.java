package io.liquidationmap.history.jdbc;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What each series holds and how it came to: its extent and version, and from which bar on each version differs from
/// the one before.
@Component
class SeriesLog {

    private static final String ADD = """
            insert into series
                (instrument_id, interval_seconds, first_open_time, last_open_time, bars, version, changed_at)
            values (:instrument, :interval, :first, :last, 0, 0, :now)
            on conflict do nothing""";

    private static final String LOCK = """
            select version from series
            where instrument_id = :instrument and interval_seconds = :interval
            for no key update""";

    /// Entries that the next one makes superfluous, because it reaches as far back.
    private static final String FORGET_CHANGES = """
            delete from series_change
            where instrument_id = :instrument and interval_seconds = :interval and first_changed >= :firstChanged""";

    private static final String NEXT_VERSION = """
            with next as (
                update series
                set first_open_time = least(first_open_time, :first),
                    last_open_time = greatest(last_open_time, :last),
                    bars = bars + :added, version = version + 1, changed_at = :now
                where instrument_id = :instrument and interval_seconds = :interval
                returning instrument_id, interval_seconds, version
            )
            insert into series_change (instrument_id, interval_seconds, version, first_changed)
            select instrument_id, interval_seconds, version, :firstChanged from next""";

    private final JdbcClient database;
    private final Clock clock;

    SeriesLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Makes the writers of one series take turns until the end of their transactions.
    void lock(SeriesKey series, BarSpan written) {
        if (lockIfPresent(series)) {
            return;
        }
        series.statement(database, ADD)
                .param("first", written.first().atOffset(ZoneOffset.UTC))
                .param("last", written.last().atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
        series.statement(database, LOCK).query().singleRow();
    }

    /// The same for a writer that adds no bar.
    ///
    /// @return false if the series holds no bar
    boolean lockIfPresent(SeriesKey series) {
        return !series.statement(database, LOCK).query().listOfRows().isEmpty();
    }

    /// Gives a locked series its next version.
    ///
    /// @param added how many bars it holds more than before
    /// @param firstChanged the earliest bar that is new or changed
    void append(SeriesKey series, BarSpan written, long added, OffsetDateTime firstChanged) {
        next(
                series,
                written.first().atOffset(ZoneOffset.UTC),
                written.last().atOffset(ZoneOffset.UTC),
                added,
                firstChanged);
    }

    /// Gives a locked series its next version, which differs in bars that were there before.
    ///
    /// @param firstChanged the earliest of them
    void amend(SeriesKey series, OffsetDateTime firstChanged) {
        next(series, firstChanged, firstChanged, 0, firstChanged);
    }

    private void next(
            SeriesKey series, OffsetDateTime first, OffsetDateTime last, long added, OffsetDateTime firstChanged) {
        series.statement(database, FORGET_CHANGES)
                .param("firstChanged", firstChanged)
                .update();
        series.statement(database, NEXT_VERSION)
                .param("first", first)
                .param("last", last)
                .param("added", added)
                .param("now", now())
                .param("firstChanged", firstChanged)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
