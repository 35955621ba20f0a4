package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.binance.FuturesMarket.Listed;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is open in all perpetuals of a market, asked for one by one, because the exchange has no request for all: of weight
/// 1 each, one after the other, and so a fourth of a minute's weight for five hundred of them.
final class OpenInterestSurvey {

    private static final Logger log = LoggerFactory.getLogger(OpenInterestSurvey.class);

    /// One contract may have something the exchange stumbles over; so many are its own trouble.
    private static final int MOST_FAILURES = 3;

    private final FuturesMarket market;

    OpenInterestSurvey(FuturesMarket market) {
        this.market = market;
    }

    /// US dollars by symbol.
    ///
    /// @throws VenueUnavailableException if the exchange does not answer properly
    Map<String, Double> usd() {
        Map<String, Double> worth = market.worthUsd();
        Map<String, Double> found = new TreeMap<>();
        int failures = 0;
        for (Listed contract : market.listed()) {
            String symbol = contract.instrument().symbol();
            Double unit = worth.get(symbol);
            if (unit == null) {
                continue;
            }
            try {
                found.put(symbol, market.countedOpenInterest(symbol) * unit);
            } catch (VenueUnavailableException e) {
                failures++;
                if (e.retryAfter() != null || failures == MOST_FAILURES) {
                    throw e;
                }
                log.debug("what is open in {} of {} is not known: {}", symbol, market.venue(), e.getMessage());
            }
        }
        return found;
    }
}
