package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.TrafficRules;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpHeaders;

/// The documented limit of COIN-M per address: weight, to which statistics and funding count as well.
final class CoinMarginedLimits implements TrafficRules {

    private final RequestWeight weight;

    CoinMarginedLimits(Clock clock) {
        weight = new RequestWeight(clock);
    }

    @Override
    public void beforeRequest(URI uri) {
        weight.take(uri);
    }

    @Override
    public void afterResponse(URI uri, HttpHeaders headers) {
        weight.correct(headers);
    }
}
