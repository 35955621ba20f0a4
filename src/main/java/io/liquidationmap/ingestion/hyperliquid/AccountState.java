package io.liquidationmap.ingestion.hyperliquid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account's positions.
record AccountState(List<AssetPosition> assetPositions) {

    /// A position in its wrapping.
    record AssetPosition(@Nullable PositionRow position) {}

    /// A position.
    ///
    /// @param szi size, coins; negative for a short
    /// @param entryPx average price it was opened at
    /// @param liquidationPx where the venue would liquidate it, given the account's other positions at present prices;
    ///     null if nowhere
    /// @param marginUsed US dollars
    /// @param positionValue size at the mark price, US dollars
    record PositionRow(
            String coin,
            @Nullable Double szi,
            @Nullable Double entryPx,
            @Nullable LeverageRow leverage,
            @Nullable Double liquidationPx,
            @Nullable Double marginUsed,
            @Nullable Double positionValue) {}

    /// A leverage setting.
    ///
    /// @param type `cross` or `isolated`
    record LeverageRow(@Nullable String type, @Nullable Double value) {}
}
