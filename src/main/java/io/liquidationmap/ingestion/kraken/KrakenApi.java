package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.http.PassingFailure;
import java.time.Instant;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests of the REST interfaces this service makes. Times are epoch seconds, both ends inclusive.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface KrakenApi {

    @GetExchange("/derivatives/api/v3/instruments")
    Instruments instruments();

    @GetExchange("/derivatives/api/v3/tickers")
    Tickers tickers();

    /// The last hundred trades before an instant.
    ///
    /// @param lastTime that instant
    @GetExchange("/derivatives/api/v3/history")
    TradeHistory trades(@RequestParam String symbol, @RequestParam Instant lastTime);

    /// The rates of funding of all time.
    @GetExchange("/derivatives/api/v3/historical-funding-rates")
    FundingRates fundingRates(@RequestParam String symbol);

    /// Candles of one price.
    ///
    /// @param price `mark` or `trade`
    @GetExchange("/api/charts/v1/{price}/{symbol}/{resolution}")
    Candles candles(
            @PathVariable String price,
            @PathVariable String symbol,
            @PathVariable String resolution,
            @RequestParam long from,
            @RequestParam long to);

    /// A statistic over periods, labelled with their beginning.
    ///
    /// @param statistic such as `open-interest`
    /// @param interval length of the periods, seconds
    @GetExchange("/api/charts/v1/analytics/{symbol}/{statistic}")
    Analytics analytics(
            @PathVariable String symbol,
            @PathVariable String statistic,
            @RequestParam int interval,
            @RequestParam long since,
            @RequestParam long to);
}
