package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.http.RequestBudget;
import java.time.Clock;
import java.time.Duration;

/// The documented limit per address: 1,200 of weight a minute. A tenth of it is left to others behind the same address;
/// of the rest, questions that can wait leave 400 to those that cannot. The venue does not count aloud.
final class HyperliquidLimits {

    private static final int WEIGHT = 1_080;
    private static final int RESERVE = 400;

    private final RequestBudget weight;

    HyperliquidLimits(Clock clock) {
        weight = new RequestBudget("request weight of this minute", WEIGHT, Duration.ofMinutes(1), clock);
    }

    /// Sets the weight of a question aside.
    ///
    /// @throws io.liquidationmap.ingestion.VenueBusyException if there is none for it at present
    void take(InfoRequest request) {
        weight.takeLeaving(request.canWait() ? RESERVE : 0, request.weight());
    }
}
