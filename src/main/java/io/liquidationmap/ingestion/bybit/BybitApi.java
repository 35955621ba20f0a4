package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.http.PassingFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests of the public REST interface this service makes. Times are epoch milliseconds, both ends inclusive; rows
/// come newest first, at most `limit` of them. `category` is `linear` or `inverse`.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface BybitApi {

    /// What is listed, a page at a time.
    ///
    /// @param cursor of the page before; null for the first
    @GetExchange("/v5/market/instruments-info")
    BybitAnswer<ContractRow> contracts(
            @RequestParam String category,
            @RequestParam int limit,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/v5/market/kline")
    BybitAnswer<KlineRow> klines(
            @RequestParam String category,
            @RequestParam String symbol,
            @RequestParam String interval,
            @RequestParam long start,
            @RequestParam long end,
            @RequestParam int limit);

    @GetExchange("/v5/market/mark-price-kline")
    BybitAnswer<MarkPriceRow> markPriceKlines(
            @RequestParam String category,
            @RequestParam String symbol,
            @RequestParam String interval,
            @RequestParam long start,
            @RequestParam long end,
            @RequestParam int limit);

    @GetExchange("/v5/market/open-interest")
    BybitAnswer<OpenInterestRow> openInterest(
            @RequestParam String category,
            @RequestParam String symbol,
            @RequestParam String intervalTime,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    @GetExchange("/v5/market/account-ratio")
    BybitAnswer<AccountRatioRow> accountRatios(
            @RequestParam String category,
            @RequestParam String symbol,
            @RequestParam String period,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    @GetExchange("/v5/market/funding/history")
    BybitAnswer<FundingRow> fundingRates(
            @RequestParam String category,
            @RequestParam String symbol,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    /// Of all contracts of a category, dated ones among them.
    @GetExchange("/v5/market/tickers")
    BybitAnswer<TickerRow> tickers(@RequestParam String category);

    @GetExchange("/v5/market/tickers")
    BybitAnswer<TickerRow> tickers(@RequestParam String category, @RequestParam String symbol);

    /// The margin tiers of one contract, a page at a time.
    ///
    /// @param cursor of the page before; null for the first
    @GetExchange("/v5/market/risk-limit")
    BybitAnswer<RiskLimitRow> riskLimits(
            @RequestParam String category,
            @RequestParam String symbol,
            @RequestParam(required = false) @Nullable String cursor);
}
