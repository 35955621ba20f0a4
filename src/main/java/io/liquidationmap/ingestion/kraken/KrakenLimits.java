package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.ingestion.http.RequestBudget;
import io.liquidationmap.ingestion.http.RequestPace;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/// Public requests are documented to cost nothing of any budget, which is no reason to find out how many are too many: five
/// a second are made, which others have found to be tolerated. Only the first of every five minutes follow each other
/// faster, because the newest bars of all contracts are wanted then; and not for a day after the venue has objected.
final class KrakenLimits implements TrafficRules {

    /// Candles of the mark and of trades of fifty contracts and more.
    private static final int FIRST_REQUESTS = 120;

    private static final Duration FORGIVEN_AFTER = Duration.ofDays(1);

    private final RequestPace steady;
    private final RequestPace fast;
    private final RequestBudget first;
    private final Clock clock;
    private volatile Instant steadyUntil = Instant.MIN;

    KrakenLimits(Clock clock, Pause pause) {
        this.steady = new RequestPace("requests", 5, Duration.ofSeconds(1), clock, pause);
        this.fast = new RequestPace("requests", 20, Duration.ofSeconds(1), clock, pause);
        this.first = new RequestBudget("requests", FIRST_REQUESTS, Duration.ofMinutes(5), clock);
        this.clock = clock;
    }

    @Override
    public void beforeRequest(URI uri) {
        boolean mayHurry = !clock.instant().isBefore(steadyUntil) && first.takeIfThere(1);
        (mayHurry ? fast : steady).await();
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {}

    @Override
    public void afterRefusal() {
        steadyUntil = clock.instant().plus(FORGIVEN_AFTER);
    }
}
