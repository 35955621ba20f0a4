package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.ForecastLog;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcForecastLog implements ForecastLog {

    private static final int BATCH = 500;

    private static final String ID = """
            select i.id from instrument i join venue v on v.id = i.venue_id
            where v.name = :venue and i.symbol = :symbol""";

    private static final String RECORD = """
            insert into forecast (
                instrument_id, bucket_seconds, bucket_start, is_long, model_version, open_interest_usd, excursion,
                predicted_usd, naive_usd, control_usd, realised_usd, completeness, recorded_at
            ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (instrument_id, bucket_seconds, bucket_start, is_long, model_version) do update set
                open_interest_usd = excluded.open_interest_usd, excursion = excluded.excursion,
                predicted_usd = excluded.predicted_usd, naive_usd = excluded.naive_usd,
                control_usd = excluded.control_usd, realised_usd = excluded.realised_usd,
                completeness = excluded.completeness, recorded_at = excluded.recorded_at
            where (forecast.open_interest_usd, forecast.excursion, forecast.predicted_usd, forecast.naive_usd,
                    forecast.control_usd, forecast.realised_usd, forecast.completeness)
                is distinct from (excluded.open_interest_usd, excluded.excursion, excluded.predicted_usd,
                    excluded.naive_usd, excluded.control_usd, excluded.realised_usd, excluded.completeness)""";

    private static final String ADVANCE = """
            insert into forecast_progress (instrument_id, interval_seconds, bucket_seconds, scored_to, series_version)
            values (:instrument, :interval, :bucket, :scoredTo, :seriesVersion)
            on conflict (instrument_id, interval_seconds, bucket_seconds) do update set
                scored_to = excluded.scored_to, series_version = excluded.series_version""";

    private static final String ENTRIES = """
            select distinct on (f.bucket_start, f.is_long) f.*
            from forecast f join instrument i on i.id = f.instrument_id join venue v on v.id = i.venue_id
            where v.name = :venue and i.symbol = :symbol and f.bucket_seconds = :bucket
                and f.bucket_start >= :from and f.bucket_start < :to
            order by f.bucket_start, f.is_long desc, f.recorded_at desc, f.model_version desc""";

    private static final String EXTENTS = """
            select v.name as venue, i.symbol, f.bucket_seconds,
                max(f.bucket_start) as last_bucket_start, max(f.recorded_at) as recorded_at
            from forecast f join instrument i on i.id = f.instrument_id join venue v on v.id = i.venue_id
            where f.bucket_start + make_interval(secs => f.bucket_seconds) <= :to
            group by v.name, i.symbol, f.bucket_seconds
            order by v.name, i.symbol, f.bucket_seconds""";

    private final JdbcClient database;
    private final JdbcOperations batches;
    private final Clock clock;

    JdbcForecastLog(JdbcClient database, JdbcOperations batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void record(InstrumentId instrument, Interval bucket, List<Entry> entries, Progress progress) {
        int key = of(instrument, ID)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("instrument " + instrument + " is not registered"));
        OffsetDateTime now = utc(clock.instant());
        batches.batchUpdate(RECORD, entries, BATCH, (statement, entry) -> {
            statement.setInt(1, key);
            statement.setInt(2, bucket.seconds());
            set(statement, entry);
            statement.setObject(13, now);
        });
        database.sql(ADVANCE)
                .param("instrument", key)
                .param("interval", progress.interval().seconds())
                .param("bucket", bucket.seconds())
                .param("scoredTo", utc(progress.scoredTo()))
                .param("seriesVersion", progress.seriesVersion())
                .update();
    }

    @Override
    public Optional<Progress> progress(InstrumentId instrument, Interval interval, Interval bucket) {
        return of(instrument, """
                        select scored_to, series_version from forecast_progress
                        where instrument_id = (%s) and interval_seconds = :interval and bucket_seconds = :bucket""".formatted(ID))
                .param("interval", interval.seconds())
                .param("bucket", bucket.seconds())
                .query((row, _) -> new Progress(interval, instant(row, "scored_to"), row.getLong("series_version")))
                .optional();
    }

    @Override
    public List<Entry> entries(InstrumentId instrument, Interval bucket, Instant from, Instant to) {
        return of(instrument, ENTRIES)
                .param("bucket", bucket.seconds())
                .param("from", utc(from))
                .param("to", utc(to))
                .query((row, _) -> entry(row))
                .list();
    }

    @Override
    public List<Extent> extents(Instant to) {
        return database.sql(EXTENTS)
                .param("to", utc(to))
                .query((row, _) -> new Extent(
                        InstrumentId.of(row.getString("venue"), row.getString("symbol")),
                        new Interval(Duration.ofSeconds(row.getInt("bucket_seconds"))),
                        instant(row, "last_bucket_start"),
                        instant(row, "recorded_at")))
                .list();
    }

    private StatementSpec of(InstrumentId instrument, String sql) {
        return database.sql(sql).param("venue", instrument.venue().name()).param("symbol", instrument.symbol());
    }

    private static void set(PreparedStatement statement, Entry entry) throws SQLException {
        statement.setObject(3, utc(entry.bucketStart()));
        statement.setBoolean(4, entry.side() == Side.LONG);
        statement.setString(5, entry.modelVersion());
        statement.setDouble(6, entry.openInterestUsd());
        statement.setDouble(7, entry.excursion());
        statement.setDouble(8, entry.predictedUsd());
        statement.setObject(9, entry.naiveUsd());
        statement.setDouble(10, entry.controlUsd());
        statement.setDouble(11, entry.realisedUsd());
        Completeness completeness = entry.completeness();
        statement.setString(12, completeness == null ? null : completeness.name());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String completeness = row.getString("completeness");
        return new Entry(
                instant(row, "bucket_start"),
                row.getBoolean("is_long") ? Side.LONG : Side.SHORT,
                row.getString("model_version"),
                row.getDouble("open_interest_usd"),
                row.getDouble("excursion"),
                row.getDouble("predicted_usd"),
                numberOrNull(row, "naive_usd"),
                row.getDouble("control_usd"),
                row.getDouble("realised_usd"),
                completeness == null ? null : Completeness.valueOf(completeness));
    }

    private static @Nullable Double numberOrNull(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
