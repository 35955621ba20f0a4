package io.liquidationmap.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A position, or a part of one, that a venue force-closed and said so.
///
/// @param instrument what was held
/// @param time when, by the venue's clock
/// @param side of the *position*: a liquidated long is sold
/// @param price as the venue publishes it: of the fill at some, of bankruptcy at others; quote per coin
/// @param coins size
/// @param usd its value at that price, US dollars
/// @param venueId what the venue calls the event; null if it does not name it
/// @param ordinal which of several events without a name that are alike in everything else and came in one message:
///     0 for the first
public record Liquidation(
        InstrumentId instrument,
        Instant time,
        Side side,
        double price,
        double coins,
        double usd,
        @Nullable String venueId,
        int ordinal) {

    public Liquidation {
        requirePositive(price, "price");
        requirePositive(coins, "size");
        requirePositive(usd, "value");
        if (ordinal < 0) {
            throw new IllegalArgumentException("ordinal must not be negative");
        }
    }

    /// A liquidation of so many coins.
    ///
    /// @throws IllegalArgumentException if a number is not positive, naming it
    public static Liquidation ofCoins(InstrumentId instrument, Instant time, Side side, double price, double coins) {
        return new Liquidation(instrument, time, side, price, coins, price * coins, null, 0);
    }

    /// A liquidation of contracts worth so many US dollars.
    ///
    /// @throws IllegalArgumentException if a number is not positive, naming it
    public static Liquidation ofUsd(InstrumentId instrument, Instant time, Side side, double price, double usd) {
        return new Liquidation(instrument, time, side, price, usd / price, usd, null, 0);
    }

    /// The same under the venue's name for it.
    public Liquidation named(String id) {
        return new Liquidation(instrument, time, side, price, coins, usd, id, ordinal);
    }

    /// The same as one of several that are alike.
    public Liquidation numbered(int number) {
        return new Liquidation(instrument, time, side, price, coins, usd, venueId, number);
    }

    /// Those of one message with those numbered that are alike in everything.
    public static List<Liquidation> numbered(List<Liquidation> events) {
        Map<Liquidation, Integer> seen = new HashMap<>();
        List<Liquidation> numbered = new ArrayList<>(events.size());
        for (Liquidation event : events) {
            int ordinal = seen.merge(event, 1, Integer::sum) - 1;
            numbered.add(event.numbered(ordinal));
        }
        return numbered;
    }

    /// What tells it from every other liquidation of its instrument, however often and to whom it is published.
    public String identity() {
        return venueId != null ? venueId : time.toEpochMilli() + " " + side + " " + price + " " + coins + " " + ordinal;
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a positive number");
        }
    }
}
