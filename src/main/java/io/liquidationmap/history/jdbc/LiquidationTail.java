package io.liquidationmap.history.jdbc;

import static io.liquidationmap.history.jdbc.JdbcLiquidationLog.instant;

import io.liquidationmap.history.LiquidationLog.Happened;
import io.liquidationmap.history.LiquidationLog.Heard;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Reads what was stored last, over many instruments at once: asked every second, so by the number, of which there are
/// hardly ever new ones.
@Component
class LiquidationTail {

    private static final String LAST_NUMBER = "select coalesce(max(number), 0) from liquidation";

    private static final String STORED = """
            from unnest(:venues, :symbols) as wanted(venue, symbol)
            join venue v on v.name = wanted.venue
            join instrument i on i.venue_id = v.id and i.symbol = wanted.symbol
            join liquidation e on e.instrument_id = i.id
            where e.number > :after and e.number <= :up_to""";

    private static final String LATEST = """
            select e.number, v.name as venue, i.symbol, e.identity, e.time, e.is_long, e.price, e.coins, e.usd,
                   (select c.completeness from liquidation_coverage c
                    where c.instrument_id = i.id and c.listened_from <= e.time
                    order by c.listened_from desc limit 1) as completeness
            %s
            order by e.number desc limit :most""".formatted(STORED);

    private static final String HAPPENED = "select min(e.time) as first, max(e.time) as last %s".formatted(STORED);

    private final JdbcClient database;

    LiquidationTail(JdbcClient database) {
        this.database = database;
    }

    long lastNumber() {
        return database.sql(LAST_NUMBER).query(Long.class).single();
    }

    List<Heard> stored(Collection<InstrumentId> instruments, long after, long upTo, int most) {
        if (instruments.isEmpty() || after >= upTo) {
            return List.of();
        }
        return about(LATEST, instruments, after, upTo)
                .param("most", most)
                .query((row, _) -> heard(row))
                .list()
                .reversed();
    }

    Optional<Happened> happened(Collection<InstrumentId> instruments, long after, long upTo) {
        return about(HAPPENED, instruments, after, upTo)
                .query((row, _) -> row.getObject("first") == null
                        ? Optional.<Happened>empty()
                        : Optional.of(new Happened(instant(row, "first"), instant(row, "last"))))
                .single();
    }

    private StatementSpec about(String sql, Collection<InstrumentId> instruments, long after, long upTo) {
        return database.sql(sql)
                .param(
                        "venues",
                        names(instruments, instrument -> instrument.venue().name()))
                .param("symbols", names(instruments, InstrumentId::symbol))
                .param("after", after)
                .param("up_to", upTo);
    }

    private static Heard heard(ResultSet row) throws SQLException {
        InstrumentId instrument = InstrumentId.of(row.getString("venue"), row.getString("symbol"));
        @Nullable String completeness = row.getString("completeness");
        return new Heard(
                row.getLong("number"),
                JdbcLiquidationLog.event(instrument, row),
                completeness == null ? null : Completeness.valueOf(completeness));
    }

    private static String[] names(Collection<InstrumentId> instruments, Function<InstrumentId, String> name) {
        return instruments.stream().map(name).toArray(String[]::new);
    }
}
