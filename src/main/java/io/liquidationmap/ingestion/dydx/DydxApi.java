package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.http.PassingFailure;
import java.time.Instant;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests of the indexer this service makes. Answers hold the newest rows of what is asked for, newest first.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface DydxApi {

    @GetExchange("/perpetualMarkets")
    PerpetualMarkets markets();

    /// Candles of trades.
    ///
    /// @param resolution their length
    /// @param fromISO beginning of the oldest
    /// @param toISO the newest begins before
    @GetExchange("/candles/perpetualMarkets/{ticker}")
    Candles candles(
            @PathVariable String ticker,
            @RequestParam String resolution,
            @RequestParam Instant fromISO,
            @RequestParam Instant toISO,
            @RequestParam int limit);

    /// Trades until and with `createdBeforeOrAt`.
    @GetExchange("/trades/perpetualMarket/{ticker}")
    Trades trades(@PathVariable String ticker, @RequestParam Instant createdBeforeOrAt, @RequestParam int limit);

    /// Payments of funding, until and with `effectiveBeforeOrAt`.
    @GetExchange("/historicalFunding/{ticker}")
    HistoricalFunding funding(
            @PathVariable String ticker, @RequestParam Instant effectiveBeforeOrAt, @RequestParam int limit);
}
