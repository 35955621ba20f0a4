package io.liquidationmap.maps;

import io.liquidationmap.engine.cascade.Cascade;
import io.liquidationmap.engine.cascade.DepthScenario;
import io.liquidationmap.engine.cascade.PriceImpact;
import io.liquidationmap.maps.ImbalanceView.DailyVolume;
import io.liquidationmap.market.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a shock would set off, under several assumptions about the order book.
///
/// @param side whose positions are liquidated on the way
/// @param mapEnd how far the map reaches on that side, quote per coin; the current price where it holds nothing
/// @param assumptions all that is put in beside the map
/// @param outcomes one per scenario, deepest book first; empty where the depth of the book is neither given nor known
public record CascadeView(Side side, double mapEnd, Assumptions assumptions, List<Outcome> outcomes) {

    /// Resting orders within 1 % of the price on one side of the book, as a fraction of what is traded on an average day.
    /// An order of magnitude: books are published as dollars at a distance (16.5 million within 1 % of the mid price, both
    /// sides, of Binance's BTC/FDUSD in July and August 2025, by Amberdata), and are not stored here.
    public static final double DEPTH_OF_DAILY_VOLUME = 0.005;

    public CascadeView {
        outcomes = List.copyOf(outcomes);
    }

    /// What is put in beside the map.
    ///
    /// @param depthUsd resting orders within 1 % of the price on the side that price runs into, US dollars; NaN where it
    ///     is neither given nor known
    /// @param depthGiven whether whoever asks has said so
    /// @param dailyVolume what is traded on an average day
    /// @param dailyVolatility standard deviation of the logarithmic return of a day, over the days of the volume; NaN
    ///     where it is unknown
    /// @param forcedShare the part of a level that would be force-closed, best estimate
    public record Assumptions(
            double depthUsd, boolean depthGiven, DailyVolume dailyVolume, double dailyVolatility, double forcedShare) {

        /// How far a flow of orders moves price; empty where the depth is neither given nor known.
        Optional<PriceImpact> impact(DepthScenario scenario) {
            return depthUsd > 0
                    ? Optional.of(new PriceImpact(depthUsd * scenario.factor(), dailyVolume.usd(), dailyVolatility))
                    : Optional.empty();
        }
    }

    /// What happens in one scenario.
    ///
    /// @param expected by the best estimate of the forced flow
    /// @param low by the lower end of its band; null where none is claimed
    /// @param high by the upper end of its band; null where none is claimed
    public record Outcome(
            DepthScenario scenario,
            Cascade expected,
            @Nullable Cascade low,
            @Nullable Cascade high) {}
}
