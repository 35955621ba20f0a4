package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.AssetUniverse;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcAssetUniverse implements AssetUniverse {

    private final JdbcClient database;

    JdbcAssetUniverse(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void state(Venue venue, Map<String, Double> usdByAsset, Instant at) {
        int key = database.sql("select id from venue where name = ? for update")
                .param(venue.name())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("venue " + venue + " is not registered"));
        database.sql("delete from asset_open_interest where venue_id = ?")
                .param(key)
                .update();
        List<String> assets = List.copyOf(usdByAsset.keySet());
        database.sql("""
                        insert into asset_open_interest (venue_id, asset, usd, stated_at)
                        select ?, stated.asset, stated.usd, ? from unnest(?, ?) as stated (asset, usd)""")
                .params(
                        key,
                        at.atOffset(ZoneOffset.UTC),
                        assets.toArray(String[]::new),
                        assets.stream().map(usdByAsset::get).toArray(Double[]::new))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> ranking(Collection<Venue> venues, Instant statedAfter) {
        return database.sql("""
                        select o.asset
                        from asset_open_interest o join venue v on v.id = o.venue_id
                        where v.name = any (?) and o.stated_at > ?
                        group by o.asset
                        order by sum(o.usd) desc, o.asset""")
                .params(venues.stream().map(Venue::name).toArray(String[]::new), statedAfter.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> members() {
        return new TreeSet<>(database.sql("select asset from ingested_asset")
                .query(String.class)
                .list());
    }

    @Override
    public void admit(Set<String> members, Instant at) {
        String[] assets = members.toArray(String[]::new);
        database.sql("delete from ingested_asset where asset <> all (?)")
                .params((Object) assets)
                .update();
        database.sql("""
                        insert into ingested_asset (asset, since) select asset, ? from unnest(?) as asset
                        on conflict do nothing""").params(at.atOffset(ZoneOffset.UTC), assets).update();
    }
}
