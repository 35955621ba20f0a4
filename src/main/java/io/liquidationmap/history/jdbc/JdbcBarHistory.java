package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcBarHistory implements BarHistory {

    private static final int FETCH_SIZE = 5_000;

    private static final String SERIES = """
            select i.id, v.name as venue, i.symbol, s.interval_seconds, s.first_open_time, s.last_open_time,
                   s.bars, s.version, s.changed_at
            from series s
            join instrument i on i.id = s.instrument_id
            join venue v on v.id = i.venue_id""";

    private static final String OF_INSTRUMENT =
            SERIES + " where v.name = :venue and i.symbol = :symbol order by s.interval_seconds";

    private static final String ONE_SERIES =
            SERIES + " where v.name = :venue and i.symbol = :symbol and s.interval_seconds = :interval";

    private static final String BARS = """
            select (date_part('epoch', open_time) * 1000)::bigint, open, high, low, close, is_mark,
                   coalesce(vwap, 'NaN'), coalesce(volume, 'NaN'), coalesce(taker_buy_volume, 'NaN'),
                   coalesce(open_interest, 'NaN'), coalesce(long_short_ratio, 'NaN'),
                   coalesce(liquidated_long_usd, 'NaN'), coalesce(liquidated_short_usd, 'NaN')
            from bar
            where instrument_id = ? and interval_seconds = ? and open_time >= ? and open_time < ?
            order by open_time""";

    private static final String FUNDING = """
            select sum(funding_rate) from bar
            where instrument_id = :instrument and interval_seconds = :interval
              and open_time >= :from and open_time < :to""";

    /// Steps from each bar to where the next one is expected; the last step ends with what was asked.
    private static final String GAPS = """
            with present as (
                select open_time from bar
                where instrument_id = :instrument and interval_seconds = :interval
                  and open_time >= :from and open_time < :to
                  and (open_interest is not null or not :openInterestRequired)
                union all
                select :to
            ), step as (
                select open_time, lag(open_time + make_interval(secs => :interval), 1, :from)
                    over (order by open_time) as expected
                from present
            )
            select expected, open_time from step where expected < open_time order by open_time""";

    private final JdbcClient database;
    private final JdbcOperations rows;
    private final BarWriter writer;

    JdbcBarHistory(JdbcClient database, JdbcOperations rows, BarWriter writer) {
        this.database = database;
        this.rows = rows;
        this.writer = writer;
    }

    @Override
    @Transactional
    public WriteResult write(InstrumentId instrument, Interval interval, Iterable<Bar> bars) {
        return writer.write(new SeriesKey(instrumentKey(instrument), interval), bars);
    }

    @Override
    public BarSeries read(InstrumentId instrument, Interval interval, Instant from, Instant to) {
        Optional<StoredSeries> stored = find(instrument, interval);
        if (stored.isEmpty()) {
            return BarSeries.builder(interval, 0).build();
        }
        SeriesState state = stored.get().state();
        Instant first = from.isBefore(state.from()) ? state.from() : from;
        Instant end = to.isAfter(state.to()) ? state.to() : to;
        int expected = Math.toIntExact(Math.min(state.bars(), interval.barsBetween(first, end)));
        BarSeries.Builder series = BarSeries.builder(interval, expected);
        rows.query(connection -> statement(connection, stored.get().key(), first, end), row -> {
            series.add(
                    row.getLong(1),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getBoolean(6),
                    row.getDouble(7),
                    row.getDouble(8),
                    row.getDouble(9),
                    row.getDouble(10),
                    row.getDouble(11),
                    row.getDouble(12),
                    row.getDouble(13));
        });
        return series.build();
    }

    @Override
    public OptionalDouble fundingRate(InstrumentId instrument, Interval interval, Instant from, Instant to) {
        return find(instrument, interval)
                .map(stored -> stored.key()
                        .statement(database, FUNDING)
                        .param("from", from.atOffset(ZoneOffset.UTC))
                        .param("to", to.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> funding(row))
                        .single())
                .orElseGet(OptionalDouble::empty);
    }

    @Override
    public List<SeriesState> series() {
        return database.sql(SERIES).query(JdbcBarHistory::toSeries).stream()
                .map(StoredSeries::state)
                .sorted(Comparator.comparing(SeriesState::instrument).thenComparing(SeriesState::interval))
                .toList();
    }

    @Override
    public List<SeriesState> series(InstrumentId instrument) {
        return database
                .sql(OF_INSTRUMENT)
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .query(JdbcBarHistory::toSeries)
                .stream()
                .map(StoredSeries::state)
                .toList();
    }

    @Override
    public Optional<SeriesState> series(InstrumentId instrument, Interval interval) {
        return find(instrument, interval).map(StoredSeries::state);
    }

    @Override
    public Optional<Instant> changedSince(InstrumentId instrument, Interval interval, long version) {
        return find(instrument, interval)
                .flatMap(stored -> stored.key()
                        .statement(database, """
                                select first_changed from series_change
                                where instrument_id = :instrument and interval_seconds = :interval
                                  and version > :version
                                order by version limit 1""")
                        .param("version", version)
                        .query(OffsetDateTime.class)
                        .optional())
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public List<Gap> gaps(
            InstrumentId instrument, Interval interval, Instant from, Instant to, boolean openInterestRequired) {
        Instant first = interval.ceiling(from);
        if (!first.isBefore(to)) {
            return List.of();
        }
        return find(instrument, interval)
                .map(stored -> stored.key()
                        .statement(database, GAPS)
                        .param("from", first.atOffset(ZoneOffset.UTC))
                        .param("to", to.atOffset(ZoneOffset.UTC))
                        .param("openInterestRequired", openInterestRequired)
                        .query((row, _) -> new Gap(instant(row, "expected"), instant(row, "open_time")))
                        .list())
                .orElseGet(() -> List.of(new Gap(first, to)));
    }

    private int instrumentKey(InstrumentId instrument) {
        return database.sql("""
                        select i.id from instrument i join venue v on v.id = i.venue_id
                        where v.name = :venue and i.symbol = :symbol""")
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("instrument " + instrument + " is not registered"));
    }

    private static PreparedStatement statement(Connection connection, SeriesKey series, Instant from, Instant to)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(BARS);
        statement.setInt(1, series.instrument());
        statement.setInt(2, series.interval().seconds());
        statement.setObject(3, from.atOffset(ZoneOffset.UTC));
        statement.setObject(4, to.atOffset(ZoneOffset.UTC));
        statement.setFetchSize(FETCH_SIZE);
        // Below zero: numbers come in binary from the first execution on, which makes half the difference of a read.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement;
    }

    private Optional<StoredSeries> find(InstrumentId instrument, Interval interval) {
        return database.sql(ONE_SERIES)
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .param("interval", interval.seconds())
                .query(JdbcBarHistory::toSeries)
                .optional();
    }

    private static StoredSeries toSeries(ResultSet row, int number) throws SQLException {
        Interval interval = new Interval(Duration.ofSeconds(row.getInt("interval_seconds")));
        return new StoredSeries(
                new SeriesKey(row.getInt("id"), interval),
                new SeriesState(
                        InstrumentId.of(row.getString("venue"), row.getString("symbol")),
                        interval,
                        instant(row, "first_open_time"),
                        instant(row, "last_open_time").plus(interval.duration()),
                        row.getLong("bars"),
                        row.getLong("version"),
                        instant(row, "changed_at")));
    }

    private static OptionalDouble funding(ResultSet row) throws SQLException {
        double sum = row.getDouble(1);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record StoredSeries(SeriesKey key, SeriesState state) {}
}
