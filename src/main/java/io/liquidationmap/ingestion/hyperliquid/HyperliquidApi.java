package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.http.PassingFailure;
import java.util.List;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// The questions this service asks the one endpoint there is, by the form of their answers.
@HttpExchange(url = "/info", contentType = "application/json", accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface HyperliquidApi {

    @PostExchange
    Meta meta(@RequestBody InfoRequest request);

    @PostExchange
    MetaAndContexts metaAndContexts(@RequestBody InfoRequest request);

    /// Candles, oldest first.
    @PostExchange
    List<CandleRow> candles(@RequestBody InfoRequest request);

    /// Payments of funding, oldest first.
    @PostExchange
    List<FundingRow> funding(@RequestBody InfoRequest request);

    @PostExchange
    List<TradeRow> trades(@RequestBody InfoRequest request);

    @PostExchange
    AccountState account(@RequestBody InfoRequest request);
}
