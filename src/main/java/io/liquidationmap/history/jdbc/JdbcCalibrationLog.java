package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.CalibratedShares;
import io.liquidationmap.history.CalibrationLog;
import io.liquidationmap.history.CalibrationOutcome;
import io.liquidationmap.history.CalibrationState;
import io.liquidationmap.market.InstrumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcCalibrationLog implements CalibrationLog {

    /// Makes those who store for one instrument take turns until the end of their transactions.
    private static final String LOCK = """
            select i.id from instrument i join venue v on v.id = i.venue_id
            where v.name = :venue and i.symbol = :symbol
            for no key update of i""";

    private static final String LAST_REVISION = """
            select revision, procedure = :procedure and input_digest = :inputDigest as is_same
            from calibration
            where instrument_id = :instrument and known_from = :knownFrom
            order by revision desc limit 1""";

    private static final String STATES = """
            select distinct on (c.known_from)
                   c.known_from, c.revision, c.procedure, c.input_digest, c.evidence, c.refusal,
                   c.evidence is null and c.labels is not null as transferred
            from calibration c
            join instrument i on i.id = c.instrument_id
            join venue v on v.id = i.venue_id
            where v.name = :venue and i.symbol = :symbol
            order by c.known_from, c.revision desc""";

    private static final String OUTCOMES = """
            select c.* from calibration c
            join instrument i on i.id = c.instrument_id
            join venue v on v.id = i.venue_id
            where v.name = :venue and i.symbol = :symbol""";

    private final JdbcClient database;
    private final Clock clock;

    JdbcCalibrationLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean append(InstrumentId instrument, CalibrationOutcome outcome) {
        int key = of(instrument, LOCK)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("instrument " + instrument + " is not registered"));
        Revision last = database.sql(LAST_REVISION)
                .param("instrument", key)
                .param("knownFrom", outcome.knownFrom().atOffset(ZoneOffset.UTC))
                .param("procedure", outcome.procedure())
                .param("inputDigest", outcome.inputDigest())
                .query(Revision.class)
                .optional()
                .orElse(new Revision(0, false));
        if (last.isSame()) {
            return false;
        }
        StatementSpec row = database.sql(CalibrationColumns.insert())
                .param("instrument_id", key)
                .param("known_from", outcome.knownFrom().atOffset(ZoneOffset.UTC))
                .param("revision", last.revision() + 1)
                .param("procedure", outcome.procedure())
                .param("input_digest", outcome.inputDigest())
                .param("computed_at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("evidence", outcome.evidence())
                .param("refusal", outcome.refusal());
        CalibrationColumns.of(outcome.shares()).forEach(row::param);
        row.update();
        return true;
    }

    @Override
    public List<CalibrationState> states(InstrumentId instrument) {
        return of(instrument, STATES)
                .query((row, _) -> new CalibrationState(
                        row.getObject("known_from", OffsetDateTime.class).toInstant(),
                        row.getInt("revision"),
                        row.getString("procedure"),
                        row.getString("input_digest"),
                        row.getString("evidence"),
                        row.getString("refusal"),
                        row.getBoolean("transferred")))
                .list();
    }

    @Override
    public List<CalibrationOutcome> outcomes(InstrumentId instrument) {
        return of(instrument, OUTCOMES + " order by c.known_from, c.revision")
                .query((row, _) -> outcome(row))
                .list();
    }

    @Override
    public CalibrationOutcome outcome(InstrumentId instrument, CalibrationState state) {
        return of(instrument, OUTCOMES + " and c.known_from = :knownFrom and c.revision = :revision")
                .param("knownFrom", state.knownFrom().atOffset(ZoneOffset.UTC))
                .param("revision", state.revision())
                .query((row, _) -> outcome(row))
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        "no calibration of " + instrument + " is known from " + state.knownFrom()));
    }

    @Override
    public long version() {
        return database.sql("select coalesce(max(id), 0) from calibration")
                .query(Long.class)
                .single();
    }

    private StatementSpec of(InstrumentId instrument, String sql) {
        return database.sql(sql).param("venue", instrument.venue().name()).param("symbol", instrument.symbol());
    }

    private static CalibrationOutcome outcome(ResultSet row) throws SQLException {
        CalibratedShares shares = CalibrationColumns.read(row);
        return new CalibrationOutcome(
                row.getObject("known_from", OffsetDateTime.class).toInstant(),
                row.getString("procedure"),
                row.getString("input_digest"),
                row.getString("evidence"),
                row.getString("refusal"),
                shares);
    }

    /// @param isSame whether it was computed from the same
    private record Revision(int revision, boolean isSame) {}
}
