package io.liquidationmap.ingestion.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// What the venue counted over one period. Sizes are contracts, and some SDKs describe `lsr_account` and `lsr_taker` the
/// wrong way round.
///
/// @param time label, epoch seconds
/// @param lsrAccount accounts long / accounts short
/// @param topLsrAccount the same among top traders
/// @param topLsrSize size held long / size held short by top traders
/// @param longTakerSize contracts takers bought
/// @param longLiqSize contracts of long positions force-closed
/// @param shortLiqSize contracts of short positions force-closed
/// @param openInterest open contracts, counted once
/// @param markPrice quote per coin
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StatisticsRow(
        long time,
        @Nullable Double lsrAccount,
        @Nullable Double topLsrAccount,
        @Nullable Double topLsrSize,
        @Nullable Double longTakerSize,
        @Nullable Double longLiqSize,
        @Nullable Double shortLiqSize,
        @Nullable Double openInterest,
        @Nullable Double markPrice) {

    Instant label() {
        return Instant.ofEpochSecond(time);
    }
}
