package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.RequestBudget;
import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// The documented limits of USD-M per address: weight; besides, 1,000 requests in five minutes for statistics and 500 for
/// funding, which weigh nothing. A tenth of each is left to others behind the same address.
final class UsdMarginedLimits implements TrafficRules {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final RequestWeight weight;
    private final RequestBudget statistics;
    private final RequestBudget funding;

    UsdMarginedLimits(Clock clock) {
        weight = new RequestWeight(clock);
        statistics = new RequestBudget("statistics requests of these five minutes", 900, FIVE_MINUTES, clock);
        funding = new RequestBudget("funding requests of these five minutes", 450, FIVE_MINUTES, clock);
    }

    @Override
    public void beforeRequest(URI uri) {
        String path = uri.getPath();
        if (path.startsWith("/futures/data/")) {
            statistics.take(1);
        } else if (path.equals("/fapi/v1/fundingRate")) {
            funding.take(1);
        } else {
            weight.take(uri);
        }
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {
        weight.correct(headers);
    }
}
