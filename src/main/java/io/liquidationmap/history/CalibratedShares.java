package io.liquidationmap.history;

import java.util.List;

/// How an instrument's open positions are spread over liquidation distances, as numbers to be kept: units and meanings
/// are those of the engine's model parameters.
///
/// @param cohorts ascending by lifetime
/// @param tiltExponent how strongly taker flow tilts leverage to one side
/// @param forcedLow part of a level that would be force-closed, lower end of its band
/// @param forcedCentral its best estimate
/// @param forcedHigh its upper end
/// @param members the ensemble: shares that fit about as well
public record CalibratedShares(
        List<CohortShares> cohorts,
        double tiltExponent,
        double forcedLow,
        double forcedCentral,
        double forcedHigh,
        List<MemberShares> members) {

    public CalibratedShares {
        cohorts = List.copyOf(cohorts);
        members = List.copyOf(members);
        int size = cohorts.size();
        if (members.stream().anyMatch(member -> member.longShares().size() != size)) {
            throw new IllegalArgumentException("a member needs one share for each cohort");
        }
    }

    /// One cohort.
    ///
    /// @param label nominal leverage or `cross`
    /// @param longDistance fraction of the entry price
    /// @param shortDistance fraction of the entry price
    /// @param lifetimeDays days of average activity
    /// @param longShare share of all open longs
    /// @param shortShare share of all open shorts
    public record CohortShares(
            String label,
            double longDistance,
            double shortDistance,
            double lifetimeDays,
            double longShare,
            double shortShare) {}

    /// One member of the ensemble.
    ///
    /// @param longShares share of all open longs in each cohort
    /// @param shortShares the same of all open shorts
    /// @param forcedShare part of a level that would be force-closed
    public record MemberShares(List<Double> longShares, List<Double> shortShares, double forcedShare) {
        public MemberShares {
            longShares = List.copyOf(longShares);
            shortShares = List.copyOf(shortShares);
            if (longShares.size() != shortShares.size()) {
                throw new IllegalArgumentException("a member needs as many long as short shares");
            }
        }
    }
}
