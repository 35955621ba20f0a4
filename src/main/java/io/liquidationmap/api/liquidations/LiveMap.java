package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.liquidations.MapAnswer.Totals;
import io.liquidationmap.engine.Buckets;
import io.liquidationmap.maps.MapQuery;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.PriceWindow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A map that others follow in the same window, so that only what has changed needs to be told.
public final class LiveMap {

    private final PriceWindow.Bounds window;
    private final LiveMapEntry whole;

    private LiveMap(PriceWindow.Bounds window, LiveMapEntry whole) {
        this.window = window;
        this.whole = whole;
    }

    /// Draws it.
    public static LiveMap of(MarketSnapshot snapshot, LiveQuestion question) {
        PriceWindow.Bounds window = SteadyWindow.of(question.window(), snapshot.price());
        Buckets buckets =
                snapshot.map(new MapQuery(window, question.buckets(), Set.of())).buckets();
        return new LiveMap(
                window,
                new LiveMapEntry(
                        MarketEcho.of(snapshot),
                        snapshot.market().inputHash(),
                        true,
                        buckets.all().stream()
                                .map(bucket -> BucketEntry.of(bucket, Set.of()))
                                .toList(),
                        new Totals(
                                buckets.upUsd(), buckets.downUsd(), buckets.outsideUpUsd(), buckets.outsideDownUsd())));
    }

    /// All of it.
    public LiveMapEntry whole() {
        return whole;
    }

    /// What makes `before` this map; all of it where the window has moved. A client that replaces buckets by their
    /// lower edge ends up with this map.
    public LiveMapEntry since(LiveMap before) {
        if (!window.equals(before.window)) {
            return whole;
        }
        Set<BucketEntry> known = new HashSet<>(before.whole.buckets);
        List<BucketEntry> changed = new ArrayList<>();
        int old = 0;
        for (BucketEntry bucket : whole.buckets) {
            if (!known.contains(bucket)) {
                changed.add(bucket);
            }
            while (old < before.whole.buckets.size()
                    && before.whole.buckets.get(old).low() < bucket.high()) {
                double low = before.whole.buckets.get(old).low();
                if (low > bucket.low()) {
                    changed.add(bucket.emptyAt(low));
                }
                old++;
            }
        }
        return new LiveMapEntry(whole.market, whole.inputHash, false, changed, whole.totals);
    }

    /// A map as it is sent.
    @Schema(name = "LiveMap")
    public record LiveMapEntry(
            @JsonUnwrapped MarketEcho market,

            @Schema(description = "Digest of every bar and parameter the map depends on.")
            String inputHash,

            @Schema(
                    description = "Whether these are all buckets. Otherwise they replace those that begin at the same"
                            + " `low`, and all others stay as they are.")
            boolean complete,

            @Schema(
                    description = "Ascending by price. A bucket that is gone, because the price that cut it has moved"
                            + " on, comes once more with no width and nothing in it.")
            List<BucketEntry> buckets,

            Totals totals) {}
}
