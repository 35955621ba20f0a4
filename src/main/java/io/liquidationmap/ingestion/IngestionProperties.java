package io.liquidationmap.ingestion;

import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is ingested and how often. How many tasks run at once is `db-scheduler.threads`.
///
/// @param enabled whether this instance polls at all; one that does not serves what others have stored
/// @param interval length of the bars
/// @param assets the coins whose perpetuals are ingested, at every enabled venue: their names, or `top:50` for the fifty of
///     which most is open over all enabled venues
/// @param history how far back the first start loads; longer than the longest usual range, which needs bars to warm up
/// @param pollDelay how long after its end a bar is asked for: venues need a moment to close it
/// @param repairEvery how often recent gaps are looked for
/// @param discoverEvery how often the venues' listings are read
@ConfigurationProperties("liquidationmap.ingestion")
record IngestionProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5m") Duration interval,
        @DefaultValue({"BTC", "ETH", "SOL"}) List<String> assets,
        @DefaultValue("400d") Duration history,
        @DefaultValue("2s") Duration pollDelay,
        @DefaultValue("15m") Duration repairEvery,
        @DefaultValue("1h") Duration discoverEvery) {

    IngestionProperties {
        assets = List.copyOf(assets);
        AssetRule.of(assets);
        Interval bars = new Interval(interval);
        if (pollDelay.isNegative() || pollDelay.compareTo(bars.duration()) >= 0) {
            throw new IllegalArgumentException("the poll delay must lie within one interval");
        }
        if (history.compareTo(bars.duration()) < 0) {
            throw new IllegalArgumentException("the history must be at least one interval long");
        }
    }

    /// Which coins are ingested.
    AssetRule assetRule() {
        return AssetRule.of(assets);
    }

    /// The length of the bars as the market's word for it.
    Interval bars() {
        return new Interval(interval);
    }
}
