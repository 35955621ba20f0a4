package io.liquidationmap.maps;

import io.liquidationmap.engine.KnownLevels;
import io.liquidationmap.history.PositionCensus.SeenPosition;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.PublicPosition;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known to be held of one instrument.
///
/// @param price its current price
record Holdings(InstrumentId instrument, double price, List<SeenPosition> seen) {

    boolean isEmpty() {
        return seen.isEmpty();
    }

    /// Adds every position, its level moved by the ratio of the common price to the instrument's own.
    void addTo(KnownLevels.Builder levels, double commonPrice) {
        for (SeenPosition one : seen) {
            PublicPosition position = one.position();
            @Nullable Double level = position.liquidationPrice();
            levels.add(position.side(), level == null ? null : (Double) (level * commonPrice / price), usd(position));
        }
    }

    /// The age of every position of a side.
    Stream<WeightedAge> ages(Side side, Instant asOf) {
        return seen.stream()
                .filter(one -> one.position().side() == side)
                .map(one -> new WeightedAge(Duration.between(one.seenAt(), asOf), usd(one.position())));
    }

    /// At the current price, not at that of the visit.
    private double usd(PublicPosition position) {
        return Math.abs(position.coins()) * price;
    }
}
