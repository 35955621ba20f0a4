package io.liquidationmap.ingestion.gate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A contract.
///
/// @param name coin and quote, `BTC_USDT`
/// @param type `direct` or `inverse`
/// @param quantoMultiplier coins per contract; 0 for an inverse one, which counts one US dollar
/// @param takerFeeRate as a fraction of notional
/// @param inDelisting whether it is on its way out
/// @param status `trading` while it trades; older answers have none
/// @param positionSize contracts held long, which are as many as are held short
/// @param markPrice quote per coin
/// @param launchTime when it was listed, epoch seconds; 0 or nothing if that is not known
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ContractRow(
        String name,
        @Nullable String type,
        @Nullable Double quantoMultiplier,
        @Nullable Double takerFeeRate,
        @Nullable Boolean inDelisting,
        @Nullable String status,
        @Nullable Double positionSize,
        @Nullable Double markPrice,
        @Nullable Long launchTime) {

    boolean trades() {
        return !Boolean.TRUE.equals(inDelisting) && (status == null || status.equals("trading"));
    }
}
