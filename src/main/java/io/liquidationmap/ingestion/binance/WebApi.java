package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.PassingFailure;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// What the exchange's web site asks its own server, without a key. Nothing of it is documented.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
interface WebApi {

    /// The margin tiers of every USD-M symbol.
    @GetExchange("/bapi/futures/v1/friendly/future/common/brackets")
    WebBrackets usdMarginedBrackets();

    /// The margin tiers of every COIN-M symbol.
    @GetExchange("/bapi/futures/v1/friendly/delivery/common/brackets")
    WebBrackets coinMarginedBrackets();
}
