package io.liquidationmap.ingestion.kraken;

import java.time.Instant;
import java.util.List;

/// All rates of funding a contract ever had.
///
/// @param rates ascending by time
record FundingRates(List<Rate> rates) {

    /// The rate of a period.
    ///
    /// @param timestamp the period it applies to
    /// @param relativeFundingRate of the whole period, paid by longs to shorts, as a fraction of notional
    record Rate(Instant timestamp, double relativeFundingRate) {}
}
