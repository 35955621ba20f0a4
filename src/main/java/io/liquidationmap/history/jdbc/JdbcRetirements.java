package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.Retirements;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcRetirements implements Retirements {

    private final JdbcClient database;

    JdbcRetirements(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void retire(InstrumentId instrument, Instant at) {
        database.sql("""
                        insert into retirement (instrument_id, retired_at)
                        select i.id, :at from instrument i join venue v on v.id = i.venue_id
                        where v.name = :venue and i.symbol = :symbol
                        on conflict do nothing""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .update();
    }

    @Override
    public void revive(InstrumentId instrument, Instant at) {
        database.sql("""
                        update retirement set revived_at = :at
                        where revived_at is null and instrument_id = (
                            select i.id from instrument i join venue v on v.id = i.venue_id
                            where v.name = :venue and i.symbol = :symbol)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Retirement> all() {
        return database.sql("""
                        select v.name, i.symbol, r.retired_at, r.revived_at
                        from retirement r join instrument i on i.id = r.instrument_id join venue v on v.id = i.venue_id
                        order by v.name, i.symbol, r.retired_at""")
                .query((row, _) -> {
                    OffsetDateTime revived = row.getObject(4, OffsetDateTime.class);
                    return new Retirement(
                            InstrumentId.of(row.getString(1), row.getString(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            revived == null ? null : revived.toInstant());
                })
                .list();
    }
}
