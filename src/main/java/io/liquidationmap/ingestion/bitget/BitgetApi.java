package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.http.PassingFailure;
import java.util.List;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests of the REST interface this service makes. Times are epoch milliseconds. Whether the ends of a stretch
/// belong to it is documented as "after" and "before" and measured otherwise, so every request asks for a bar more at
/// both.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface BitgetApi {

    @GetExchange("/api/v2/mix/market/contracts")
    BitgetAnswer<List<ContractRow>> contracts(@RequestParam String productType);

    @GetExchange("/api/v2/mix/market/tickers")
    BitgetAnswer<List<TickerRow>> tickers(@RequestParam String productType);

    /// Recent candles, the one that is still open among them.
    ///
    /// @param kLineType `MARKET` or `MARK`
    @GetExchange("/api/v2/mix/market/candles")
    BitgetAnswer<List<CandleRow>> candles(
            @RequestParam String symbol,
            @RequestParam String productType,
            @RequestParam String granularity,
            @RequestParam String kLineType,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    /// Candles of all time.
    @GetExchange("/api/v2/mix/market/history-candles")
    BitgetAnswer<List<CandleRow>> historyCandles(
            @RequestParam String symbol,
            @RequestParam String productType,
            @RequestParam String granularity,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    /// Candles of the mark price, of all time.
    @GetExchange("/api/v2/mix/market/history-mark-candles")
    BitgetAnswer<List<CandleRow>> historyMarkCandles(
            @RequestParam String symbol,
            @RequestParam String productType,
            @RequestParam String granularity,
            @RequestParam long startTime,
            @RequestParam long endTime,
            @RequestParam int limit);

    /// The newest ratios of accounts; how many, the venue decides.
    @GetExchange("/api/v2/mix/market/account-long-short")
    BitgetAnswer<List<AccountRatioRow>> accountRatios(@RequestParam String symbol, @RequestParam String period);

    /// What takers bought and sold in the newest periods; of how many, the venue decides.
    @GetExchange("/api/v2/mix/market/taker-buy-sell")
    BitgetAnswer<List<TakerVolumeRow>> takerVolumes(@RequestParam String symbol, @RequestParam String period);

    /// Payments of funding, newest first.
    ///
    /// @param pageNo 1 for the newest
    @GetExchange("/api/v2/mix/market/history-fund-rate")
    BitgetAnswer<List<FundingRow>> fundingRates(
            @RequestParam String symbol,
            @RequestParam String productType,
            @RequestParam int pageSize,
            @RequestParam int pageNo);

    @GetExchange("/api/v2/mix/market/query-position-lever")
    BitgetAnswer<List<PositionTier>> positionTiers(@RequestParam String symbol, @RequestParam String productType);
}
