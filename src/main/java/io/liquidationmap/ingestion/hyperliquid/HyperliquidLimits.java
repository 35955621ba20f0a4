package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.VenueBusyException;
import io.liquidationmap.ingestion.http.RequestBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The documented limit per address: 1,200 of weight a minute. A tenth of it is left to others behind the same address;
/// of the rest, questions that can wait leave 400 to those that cannot, and are not asked at all at the beginning of a minute,
/// when a bar may have ended and the newest of all contracts are wanted. The venue does not count aloud.
final class HyperliquidLimits {

    private static final int WEIGHT = 1_080;
    private static final int RESERVE = 400;
    private static final Duration FIRST_COME_BARS = Duration.ofSeconds(20);

    private final RequestBudget weight;
    private final Clock clock;

    HyperliquidLimits(Clock clock) {
        this.clock = clock;
        weight = new RequestBudget("request weight of this minute", WEIGHT, Duration.ofMinutes(1), clock);
    }

    /// Sets the weight of a question aside.
    ///
    /// @throws VenueBusyException if there is none for it at present
    void take(InfoRequest request) {
        Instant now = clock.instant();
        Instant waited = now.truncatedTo(ChronoUnit.MINUTES).plus(FIRST_COME_BARS);
        if (request.canWait() && now.isBefore(waited)) {
            throw new VenueBusyException("the newest bars come first", Duration.between(now, waited));
        }
        weight.takeLeaving(request.canWait() ? RESERVE : 0, request.weight());
    }
}
