package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.PassingFailure;
import org.springframework.http.ResponseEntity;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// Files of the public archive, of the market `um` (USD-M) or `cm` (COIN-M). One that does not exist is answered with status 404, not with an exception.
@HttpExchange
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface BinanceArchiveApi {

    @GetExchange("/data/futures/{market}/{every}/metrics/{symbol}/{file}")
    ResponseEntity<byte[]> metrics(
            @PathVariable String market,
            @PathVariable String every,
            @PathVariable String symbol,
            @PathVariable String file);

    /// Klines of one kind.
    ///
    /// @param kind `klines` or `markPriceKlines`
    @GetExchange("/data/futures/{market}/{every}/{kind}/{symbol}/{interval}/{file}")
    ResponseEntity<byte[]> klines(
            @PathVariable String market,
            @PathVariable String every,
            @PathVariable String kind,
            @PathVariable String symbol,
            @PathVariable String interval,
            @PathVariable String file);
}
