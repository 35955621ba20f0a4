package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.http.PassingFailure;
import java.util.List;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests this service makes of the REST interface of USD-M. Times are epoch milliseconds, both ends inclusive; rows come
/// oldest first, at most `limit` of them.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface UsdMarginedApi {

    @GetExchange("/fapi/v1/exchangeInfo")
    ExchangeInfo exchangeInfo();

    @GetExchange("/fapi/v1/klines")
    List<KlineRow> klines(
            @RequestParam String symbol,
            @RequestParam String interval,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    @GetExchange("/fapi/v1/markPriceKlines")
    List<KlineRow> markPriceKlines(
            @RequestParam String symbol,
            @RequestParam String interval,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    @GetExchange("/fapi/v1/openInterest")
    OpenInterestNow openInterest(@RequestParam String symbol);

    /// The present prices of every symbol.
    @GetExchange("/fapi/v1/premiumIndex")
    List<PremiumIndexRow> premiumIndex();

    @GetExchange("/futures/data/openInterestHist")
    List<OpenInterestRow> openInterestHistory(
            @RequestParam String symbol,
            @RequestParam String period,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    /// The newest rows.
    @GetExchange("/futures/data/openInterestHist")
    List<OpenInterestRow> newestOpenInterest(
            @RequestParam String symbol, @RequestParam String period, @RequestParam int limit);

    /// One of the three long/short ratios.
    ///
    /// @param statistic `globalLongShortAccountRatio`, `topLongShortAccountRatio` or `topLongShortPositionRatio`
    @GetExchange("/futures/data/{statistic}")
    List<RatioRow> ratios(
            @PathVariable String statistic,
            @RequestParam String symbol,
            @RequestParam String period,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    @GetExchange("/fapi/v1/fundingRate")
    List<FundingRow> fundingRates(
            @RequestParam String symbol,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    /// The margin tiers of every symbol, for the owner of a key.
    ///
    /// @param signature HMAC-SHA256 of the query string before it, under the key's secret, in hexadecimal
    @GetExchange("/fapi/v1/leverageBracket")
    List<SymbolBrackets> leverageBrackets(
            @RequestHeader("X-MBX-APIKEY") String apiKey, @RequestParam long timestamp, @RequestParam String signature);
}
