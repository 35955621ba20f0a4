package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.BarHistory.Gap;
import io.liquidationmap.history.UnavailableBars;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcUnavailableBars implements UnavailableBars {

    private static final String KEY =
            "(select i.id from instrument i join venue v on v.id = i.venue_id where v.name = :venue and i.symbol = :symbol)";

    private final JdbcClient database;

    JdbcUnavailableBars(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Gap> of(InstrumentId instrument, Interval interval) {
        return about(
                        "select from_time, to_time from unavailable where instrument_id = " + KEY
                                + " and interval_seconds = :interval order by from_time",
                        instrument,
                        interval)
                .query((row, _) -> new Gap(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void replace(InstrumentId instrument, Interval interval, Map<Gap, Long> stretches) {
        about(
                        "delete from unavailable where instrument_id = " + KEY + " and interval_seconds = :interval",
                        instrument,
                        interval)
                .update();
        stretches.forEach((stretch, missingBars) -> about(
                        "insert into unavailable (instrument_id, interval_seconds, from_time, to_time, missing_bars)"
                                + " values (" + KEY + ", :interval, :from, :to, :missing)",
                        instrument,
                        interval)
                .param("from", utc(stretch.from()))
                .param("to", utc(stretch.to()))
                .param("missing", missingBars)
                .update());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<InstrumentId, Long> missingBars(Interval interval) {
        return database
                .sql("""
                        select v.name, i.symbol, sum(u.missing_bars)
                        from unavailable u join instrument i on i.id = u.instrument_id join venue v on v.id = i.venue_id
                        where u.interval_seconds = ? and u.missing_bars > 0
                        group by v.name, i.symbol""")
                .param(interval.seconds())
                .query((row, _) -> Map.entry(InstrumentId.of(row.getString(1), row.getString(2)), row.getLong(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec about(String statement, InstrumentId instrument, Interval interval) {
        return database.sql(statement)
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .param("interval", interval.seconds());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
