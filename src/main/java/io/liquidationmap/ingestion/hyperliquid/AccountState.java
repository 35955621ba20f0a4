package io.liquidationmap.ingestion.hyperliquid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account's positions.
record AccountState(List<AssetPosition> assetPositions) {

    /// A position in its wrapping.
    record AssetPosition(PositionRow position) {}

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
            double szi,
            @Nullable Double entryPx,
            LeverageRow leverage,
            @Nullable Double liquidationPx,
            double marginUsed,
            double positionValue) {}

    /// A leverage setting.
    ///
    /// @param type `cross` or `isolated`
    record LeverageRow(String type, double value) {}
}
