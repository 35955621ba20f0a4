package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.http.PassingFailure;
import java.util.List;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests of the REST interface this service makes. Times are epoch seconds; `settle` is the currency of
/// settlement in lower case.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface GateApi {

    @GetExchange("/futures/{settle}/contracts")
    List<ContractRow> contracts(@PathVariable String settle);

    @GetExchange("/futures/{settle}/contracts/{contract}")
    ContractRow contract(@PathVariable String settle, @PathVariable String contract);

    /// Candles that open from `from` to `to`, both inclusive.
    ///
    /// @param contract its name for candles of trades, `mark_` and its name for those of the mark price
    @GetExchange("/futures/{settle}/candlesticks")
    List<CandleRow> candles(
            @PathVariable String settle,
            @RequestParam String contract,
            @RequestParam String interval,
            @RequestParam long from,
            @RequestParam long to);

    /// Statistics labelled `from` or later, oldest first, at most `limit` of them.
    @GetExchange("/futures/{settle}/contract_stats")
    List<StatisticsRow> statistics(
            @PathVariable String settle,
            @RequestParam String contract,
            @RequestParam String interval,
            @RequestParam long from,
            @RequestParam int limit);

    /// Payments from `from` to `to`. Without `to` the venue silently answers thirty days only.
    @GetExchange("/futures/{settle}/funding_rate")
    List<FundingRow> fundingRates(
            @PathVariable String settle,
            @RequestParam String contract,
            @RequestParam long from,
            @RequestParam long to,
            @RequestParam int limit);

    @GetExchange("/futures/{settle}/risk_limit_tiers")
    List<RiskLimitTier> riskLimitTiers(@PathVariable String settle, @RequestParam String contract);
}
