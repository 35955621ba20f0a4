package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcLiquidationLog implements LiquidationLog {

    private static final String INSTRUMENT = """
            (select i.id from instrument i join venue v on v.id = i.venue_id
             where v.name = :venue and i.symbol = :symbol)""";

    private static final String EVENTS = """
            select identity, time, is_long, price, coins, usd from liquidation
            where instrument_id = %s and time >= :from and time < :to
            order by time, identity""".formatted(INSTRUMENT);

    private static final String SUMS = """
            select date_bin(make_interval(secs => :step), minute, timestamptz 'epoch') as step, is_long,
                   sum(events)::bigint as events, sum(usd) as usd
            from liquidation_minute
            where instrument_id = %s and minute >= :from and minute < :to
            group by step, is_long
            order by step, is_long desc""".formatted(INSTRUMENT);

    private static final String COVERAGE = """
            select lower(stretch) as listened_from, upper(stretch) as listened_to, completeness
            from (
                select completeness,
                       unnest(range_agg(tstzrange(listened_from, listened_to))
                           * tstzmultirange(tstzrange(:from, :to))) as stretch
                from liquidation_coverage
                where instrument_id = %s and listened_from < :to and listened_to > :from
                group by completeness
            ) as united
            order by listened_from""".formatted(INSTRUMENT);

    private final JdbcClient database;
    private final LiquidationWriter writer;
    private final LiquidationBars bars;
    private final LiquidationTail tail;

    JdbcLiquidationLog(JdbcClient database, LiquidationWriter writer, LiquidationBars bars, LiquidationTail tail) {
        this.database = database;
        this.writer = writer;
        this.bars = bars;
        this.tail = tail;
    }

    @Override
    @Transactional
    public long append(Collection<Liquidation> events, Collection<Coverage> coverage) {
        return writer.append(events, coverage);
    }

    @Override
    public List<Liquidation> events(InstrumentId instrument, Instant from, Instant to) {
        return about(instrument, EVENTS, from, to)
                .query((row, _) -> event(instrument, row))
                .list();
    }

    @Override
    public long lastNumber() {
        return tail.lastNumber();
    }

    @Override
    public List<Heard> stored(Collection<InstrumentId> instruments, long after, long upTo, int most) {
        return tail.stored(instruments, after, upTo, most);
    }

    @Override
    public Optional<Happened> happened(Collection<InstrumentId> instruments, long after, long upTo) {
        return tail.happened(instruments, after, upTo);
    }

    @Override
    public List<StepSum> sums(InstrumentId instrument, Interval step, Instant from, Instant to) {
        return about(instrument, SUMS, from, to)
                .param("step", step.seconds())
                .query((row, _) ->
                        new StepSum(instant(row, "step"), side(row), row.getLong("events"), row.getDouble("usd")))
                .list();
    }

    @Override
    public List<Coverage> coverage(InstrumentId instrument, Instant from, Instant to) {
        return about(instrument, COVERAGE, from, to)
                .query((row, _) -> new Coverage(
                        instrument,
                        instant(row, "listened_from"),
                        instant(row, "listened_to"),
                        Completeness.valueOf(row.getString("completeness"))))
                .list();
    }

    @Override
    @Transactional
    public long completeBars(InstrumentId instrument, Interval interval, Instant from, Instant to) {
        return database.sql("select " + INSTRUMENT)
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .query(Integer.class)
                .optional()
                .map(key -> bars.complete(new SeriesKey(key, interval), from, to))
                .orElse(0L);
    }

    private StatementSpec about(InstrumentId instrument, String sql, Instant from, Instant to) {
        return database.sql(sql)
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC));
    }

    /// What is stored has its identity; how it came by it no longer matters.
    static Liquidation event(InstrumentId instrument, ResultSet row) throws SQLException {
        return new Liquidation(
                instrument,
                instant(row, "time"),
                side(row),
                row.getDouble("price"),
                row.getDouble("coins"),
                row.getDouble("usd"),
                row.getString("identity"),
                0);
    }

    private static Side side(ResultSet row) throws SQLException {
        return row.getBoolean("is_long") ? Side.LONG : Side.SHORT;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
