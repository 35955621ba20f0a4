package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.LiquidationLog.Heard;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what was stored last, over many instruments at once: asked every second, so one statement, and of each
/// instrument only the end of its index.
@Component
class LiquidationTail {

    private static final String LATEST = """
            select v.name as venue, i.symbol, e.identity, e.time, e.is_long, e.price, e.coins, e.usd,
                   (select c.completeness from liquidation_coverage c
                    where c.instrument_id = i.id and c.listened_from <= e.time
                    order by c.listened_from desc limit 1) as completeness
            from unnest(:venues, :symbols) as wanted(venue, symbol)
            join venue v on v.name = wanted.venue
            join instrument i on i.venue_id = v.id and i.symbol = wanted.symbol
            cross join lateral (
                select * from liquidation
                where instrument_id = i.id and time >= :from
                order by time desc, identity limit :most
            ) as e
            order by e.time desc, v.name, i.symbol, e.identity limit :most""";

    private final JdbcClient database;

    LiquidationTail(JdbcClient database) {
        this.database = database;
    }

    List<Heard> latest(Collection<InstrumentId> instruments, Instant from, int most) {
        if (instruments.isEmpty()) {
            return List.of();
        }
        return database.sql(LATEST)
                .param(
                        "venues",
                        names(instruments, instrument -> instrument.venue().name()))
                .param("symbols", names(instruments, InstrumentId::symbol))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> heard(row))
                .list()
                .reversed();
    }

    private static Heard heard(ResultSet row) throws SQLException {
        InstrumentId instrument = InstrumentId.of(row.getString("venue"), row.getString("symbol"));
        @Nullable String completeness = row.getString("completeness");
        return new Heard(
                JdbcLiquidationLog.event(instrument, row),
                completeness == null ? null : Completeness.valueOf(completeness));
    }

    private static String[] names(Collection<InstrumentId> instruments, Function<InstrumentId, String> name) {
        return instruments.stream().map(name).toArray(String[]::new);
    }
}
