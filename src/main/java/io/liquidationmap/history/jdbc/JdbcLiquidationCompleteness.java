package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcLiquidationCompleteness implements LiquidationCompleteness {

    private static final String KNOWN = """
            with known as (
                select i.id, i.liquidations from instrument i join venue v on v.id = i.venue_id
                where v.name = :venue and i.symbol = :symbol
            )
            select liquidations from known
            union
            select completeness from liquidation_coverage join known on instrument_id = id
            where listened_from < :to and listened_to > :from""";

    private static final String DECLARE = """
            update instrument set liquidations = :completeness
            where symbol = :symbol and venue_id = (select id from venue where name = :venue)""";

    private final JdbcClient database;

    JdbcLiquidationCompleteness(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Completeness> of(InstrumentId instrument, Instant from, Instant to) {
        List<Optional<Completeness>> known = database.sql(KNOWN)
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Optional.ofNullable(row.getString(1)).map(Completeness::valueOf))
                .list();
        if (known.isEmpty()) {
            throw missing(instrument);
        }
        return known.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
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
