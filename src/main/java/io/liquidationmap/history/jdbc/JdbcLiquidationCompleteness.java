package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcLiquidationCompleteness implements LiquidationCompleteness {

    private static final String DECLARED = """
            select i.liquidations from instrument i join venue v on v.id = i.venue_id
            where v.name = :venue and i.symbol = :symbol""";

    private static final String DECLARE = """
            update instrument set liquidations = :completeness
            where symbol = :symbol and venue_id = (select id from venue where name = :venue)""";

    private final JdbcClient database;

    JdbcLiquidationCompleteness(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public Completeness of(InstrumentId instrument) {
        return database.sql(DECLARED)
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .query(String.class)
                .optional()
                .map(Completeness::valueOf)
                .orElseThrow(() -> missing(instrument));
    }

    @Override
    public void declare(InstrumentId instrument, Completeness completeness) {
        if (completeness == Completeness.NONE) {
            throw new IllegalArgumentException("bars without figures of liquidations need no declaration");
        }
        int rows = database.sql(DECLARE)
                .param("completeness", completeness.name())
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .update();
        if (rows == 0) {
            throw missing(instrument);
        }
    }

    private static IllegalStateException missing(InstrumentId instrument) {
        return new IllegalStateException("instrument " + instrument + " is not registered");
    }
}
