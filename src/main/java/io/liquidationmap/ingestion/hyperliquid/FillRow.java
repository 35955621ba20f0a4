package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A fill of one account, of a trade in which another was liquidated.
///
/// @param side what the account did: `B` bought, `A` sold
/// @param px price
/// @param sz coins
/// @param time epoch milliseconds
/// @param tid the venue's name for the trade, unique among those of a coin in one block
/// @param liquidation who was liquidated
record FillRow(String coin, String side, double px, double sz, long time, long tid, Forced liquidation) {

    /// @param liquidatedUser address
    record Forced(@Nullable String liquidatedUser) {}

    Instant at() {
        return Instant.ofEpochMilli(time);
    }

    /// Whether it is not of the venue's own perpetuals: those that others deploy are `dex:coin`.
    boolean isOfOtherDex() {
        return coin.contains(":");
    }

    /// In lower case; empty if the venue does not say.
    String liquidatedUser() {
        return liquidation.liquidatedUser() == null
                ? ""
                : liquidation.liquidatedUser().toLowerCase(Locale.ROOT);
    }

    /// The side of the position that was liquidated: who bought from it closed a long.
    Side liquidatedSide() {
        return switch (side) {
            case "B" -> Side.LONG;
            case "A" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of a fill: " + side);
        };
    }
}
