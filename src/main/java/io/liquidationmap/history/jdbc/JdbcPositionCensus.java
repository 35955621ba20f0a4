package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginMode;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.market.Venue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcPositionCensus implements PositionCensus {

    /// Accounts are sorted, so that two instances that learn of the same ones do not wait for each other in a circle.
    private static final String LEARN = """
            insert into census_account as known (venue_id, name, learned_at, next_visit_at, revisit_seconds)
            values (?, ?, ?, ?, ?)
            on conflict (venue_id, name) do update
            set revisit_seconds = excluded.revisit_seconds,
                next_visit_at = least(known.next_visit_at, coalesce(known.visited_at, known.learned_at)
                    + make_interval(secs => excluded.revisit_seconds))
            where excluded.revisit_seconds < known.revisit_seconds""";

    private static final String DUE = """
            select a.id, a.name, a.revisit_seconds
            from census_account a
            join venue v on v.id = a.venue_id
            where v.name = :venue and a.next_visit_at <= :now
            order by (extract(epoch from :now - a.next_visit_at) + 1) / a.revisit_seconds desc, a.id
            limit :limit""";

    private static final String NEXT_VISIT = """
            update census_account
            set visited_at = coalesce(:visited, visited_at), next_visit_at = :next, revisit_seconds = :seconds
            where id = :account and (cast(:visited as timestamptz) is null or visited_at is null
                                     or visited_at < :visited)""";

    private static final String INSERT = """
            insert into census_position (account_id, instrument_id, seen_at, coins, entry_price, margin_mode, leverage,
                                         liquidation_price, margin_usd, value_usd)
            select ?, i.id, ?, ?, ?, ?, ?, ?, ?, ?
            from instrument i join venue v on v.id = i.venue_id
            where v.name = ? and i.symbol = ?""";

    private static final String POSITIONS = """
            select p.seen_at, p.coins, p.entry_price, p.margin_mode, p.leverage, p.liquidation_price, p.margin_usd,
                   p.value_usd
            from census_position p
            join instrument i on i.id = p.instrument_id
            join venue v on v.id = i.venue_id
            where v.name = :venue and i.symbol = :symbol and p.seen_at > :after and p.seen_at <= :asOf
              and (p.replaced_at is null or p.replaced_at > :asOf)
            order by p.account_id""";

    private final JdbcClient database;
    private final JdbcOperations rows;

    JdbcPositionCensus(JdbcClient database, JdbcOperations rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    @Transactional
    public int learn(Venue venue, Collection<Sighting> sightings, Instant now) {
        int venueKey = database.sql("select id from venue where name = :venue")
                .param("venue", venue.name())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("venue " + venue + " is not registered"));
        Map<String, Long> soonest = new TreeMap<>();
        sightings.forEach(sighting -> soonest.merge(
                sighting.name(), Math.max(1, sighting.revisitAfter().toSeconds()), Math::min));
        long before = accounts(venueKey);
        List<Object[]> parameters = soonest.entrySet().stream()
                .map(sighting -> new Object[] {
                    venueKey,
                    sighting.getKey(),
                    utc(now),
                    utc(now),
                    sighting.getValue().intValue()
                })
                .toList();
        rows.batchUpdate(LEARN, parameters);
        return Math.toIntExact(accounts(venueKey) - before);
    }

    @Override
    public List<DueAccount> due(Venue venue, Instant now, int limit) {
        return database.sql(DUE)
                .param("venue", venue.name())
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> new DueAccount(
                        row.getLong("id"), row.getString("name"), Duration.ofSeconds(row.getInt("revisit_seconds"))))
                .list();
    }

    @Override
    @Transactional
    public void record(DueAccount account, Instant at, List<PublicPosition> positions, Duration revisitAfter) {
        if (!moved(account, at, at, revisitAfter)) {
            return;
        }
        database.sql("""
                        update census_position set replaced_at = :at
                        where account_id = :account and replaced_at is null""").param("at", utc(at)).param("account", account.id()).update();
        int[] written = rows.batchUpdate(
                INSERT,
                positions.stream()
                        .map(position -> parameters(account, at, position))
                        .toList(),
                PARAMETER_TYPES);
        if (Arrays.stream(written).sum() != positions.size()) {
            throw new IllegalStateException("a position is of an instrument that is not registered");
        }
    }

    @Override
    @Transactional
    public void postpone(DueAccount account, Instant now, Duration revisitAfter) {
        moved(account, null, now, revisitAfter);
    }

    @Override
    public List<SeenPosition> positions(InstrumentId instrument, Instant seenAfter, Instant asOf) {
        return database.sql(POSITIONS)
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .param("after", utc(seenAfter))
                .param("asOf", utc(asOf))
                .query((row, _) -> seenPosition(instrument, row))
                .list();
    }

    @Override
    public Optional<Instant> firstSeen(InstrumentId instrument) {
        return database.sql("""
                        select min(p.seen_at)
                        from census_position p
                        join instrument i on i.id = p.instrument_id
                        join venue v on v.id = i.venue_id
                        where v.name = :venue and i.symbol = :symbol""")
                .param("venue", instrument.venue().name())
                .param("symbol", instrument.symbol())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public List<CensusProgress> progress(Instant now) {
        return database.sql("""
                        select v.name, count(*), count(a.visited_at), count(*) filter (where a.next_visit_at < ?),
                               max(a.visited_at)
                        from census_account a join venue v on v.id = a.venue_id
                        group by v.name order by v.name""")
                .param(utc(now))
                .query((row, _) -> {
                    OffsetDateTime last = row.getObject(5, OffsetDateTime.class);
                    return new CensusProgress(
                            new Venue(row.getString(1)),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            last == null ? null : last.toInstant());
                })
                .list();
    }

    @Override
    public List<Venue> venues() {
        return database.sql("""
                        select name from venue v
                        where exists (select from census_account a where a.venue_id = v.id) order by name""").query((row, _) -> new Venue(row.getString(1))).list();
    }

    @Override
    @Transactional
    public long forget(Venue venue, Instant before) {
        return database.sql("""
                        delete from census_position p
                        using instrument i, venue v
                        where i.id = p.instrument_id and v.id = i.venue_id and v.name = :venue
                          and p.seen_at < :before""")
                .param("venue", venue.name())
                .param("before", utc(before))
                .update();
    }

    /// Sets an account's next visit, and locks it until the transaction ends; false if a later visit is stored.
    private boolean moved(DueAccount account, @Nullable Instant visited, Instant now, Duration revisitAfter) {
        return database.sql(NEXT_VISIT)
                        .param("visited", visited == null ? null : utc(visited), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("next", utc(now.plus(revisitAfter)))
                        .param("seconds", Math.max(1, Math.toIntExact(revisitAfter.toSeconds())))
                        .param("account", account.id())
                        .update()
                == 1;
    }

    private long accounts(int venueKey) {
        return database.sql("select count(*) from census_account where venue_id = :venue")
                .param("venue", venueKey)
                .query(Long.class)
                .single();
    }

    private static final int[] PARAMETER_TYPES = {
        Types.BIGINT,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.DOUBLE,
        Types.DOUBLE,
        Types.VARCHAR,
        Types.DOUBLE,
        Types.DOUBLE,
        Types.DOUBLE,
        Types.DOUBLE,
        Types.VARCHAR,
        Types.VARCHAR
    };

    private static @Nullable Object[] parameters(DueAccount account, Instant at, PublicPosition position) {
        return new @Nullable Object[] {
            account.id(),
            utc(at),
            position.coins(),
            position.entryPrice(),
            position.marginMode().name(),
            position.leverage(),
            position.liquidationPrice(),
            position.marginUsd(),
            position.valueUsd(),
            position.instrument().venue().name(),
            position.instrument().symbol()
        };
    }

    private static SeenPosition seenPosition(InstrumentId instrument, ResultSet row) throws SQLException {
        PublicPosition position = new PublicPosition(
                instrument,
                row.getDouble("coins"),
                row.getObject("entry_price", Double.class),
                MarginMode.valueOf(row.getString("margin_mode")),
                row.getDouble("leverage"),
                row.getObject("liquidation_price", Double.class),
                row.getDouble("margin_usd"),
                row.getDouble("value_usd"));
        return new SeenPosition(
                position, row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
