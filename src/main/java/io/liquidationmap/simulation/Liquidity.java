package io.liquidationmap.simulation;

/// How large the market is and how it takes orders.
///
/// @param openInterestUsd undisturbed open interest at the anchor price, US dollars
/// @param volumePerOpenInterest daily volume among market makers and day traders, in units of open interest
/// @param impact price impact of a forced flow of one day's volume, in daily volatilities (square-root law)
/// @param permanentShare share of the impact that stays
/// @param reversalDays in which time the rest decays, days
public record Liquidity(
        double openInterestUsd,
        double volumePerOpenInterest,
        double impact,
        double permanentShare,
        double reversalDays) {

    public Liquidity {
        if (!(openInterestUsd > 0 && volumePerOpenInterest > 0 && reversalDays > 0)) {
            throw new IllegalArgumentException("a market needs a positive open interest, volume and recovery time");
        }
    }

    Liquidity ofSize(double usd) {
        return new Liquidity(usd, volumePerOpenInterest, impact, permanentShare, reversalDays);
    }
}
