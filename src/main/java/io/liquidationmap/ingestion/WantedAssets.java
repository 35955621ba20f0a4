package io.liquidationmap.ingestion;

import io.liquidationmap.history.AssetUniverse;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which coins are ingested at present.
@Component
final class WantedAssets {

    private final AssetRule rule;
    private final AssetUniverse universe;

    WantedAssets(IngestionProperties properties, AssetUniverse universe) {
        this.rule = properties.assetRule();
        this.universe = universe;
    }

    /// Their names; none until the largest have been found.
    Set<String> names() {
        return switch (rule) {
            case AssetRule.Named named -> named.assets();
            case AssetRule.Largest _ -> universe.members();
        };
    }
}
