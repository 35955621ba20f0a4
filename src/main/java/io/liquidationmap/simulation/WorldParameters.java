package io.liquidationmap.simulation;

import io.liquidationmap.market.ContractType;
import java.util.Map;
import java.util.Objects;

/// Everything that distinguishes one simulated market from another, apart from chance. An estimator must never see it.
///
/// @param contract linear or inverse
/// @param feed which liquidations are published
/// @param price how the price moves by itself
/// @param liquidity size of the market and its answer to orders
/// @param crowd what moves all traders at once
/// @param traders a profile for every kind
public record WorldParameters(
        ContractType contract,
        LiquidationFeed feed,
        PriceDynamics price,
        Liquidity liquidity,
        CrowdDynamics crowd,
        Map<TraderKind, TraderProfile> traders) {

    public WorldParameters {
        traders = Map.copyOf(traders);
        if (traders.size() != TraderKind.values().length) {
            throw new IllegalArgumentException("a world needs a profile for every kind of traders");
        }
    }

    /// An ordinary linear market with a complete feed, every parameter drawn from a wide range.
    public static WorldParameters draw(long seed) {
        return WorldDraw.ordinary(seed);
    }

    /// A market that is hard to estimate: few huge holders, strongly drifting collateral, many stop-losses and top-ups.
    public static WorldParameters hostile(long seed) {
        return WorldDraw.hostile(seed);
    }

    /// The same market with another feed: it goes through exactly the same history.
    public WorldParameters withFeed(LiquidationFeed other) {
        return new WorldParameters(contract, other, price, liquidity, crowd, traders);
    }

    /// The same traders in another type of contract.
    public WorldParameters withContract(ContractType other) {
        return new WorldParameters(other, feed, price, liquidity, crowd, traders);
    }

    /// The same market at another price and size.
    ///
    /// @param anchor price to which the market is pulled back, quote per coin
    /// @param openInterestUsd undisturbed open interest, US dollars
    public WorldParameters scaledTo(double anchor, double openInterestUsd) {
        return new WorldParameters(
                contract, feed, price.anchoredAt(anchor), liquidity.ofSize(openInterestUsd), crowd, traders);
    }

    /// The same traders at another market's price.
    WorldParameters priced(PriceDynamics other) {
        return new WorldParameters(contract, feed, other, liquidity, crowd, traders);
    }

    TraderProfile profile(TraderKind kind) {
        return Objects.requireNonNull(traders.get(kind));
    }
}
