package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.http.PassingFailure;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests of the public REST interface this service makes. Times are epoch milliseconds, neither end inclusive;
/// rows come newest first, at most `limit` of them.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface OkxApi {

    /// What is listed of one kind, `SWAP` for perpetuals.
    @GetExchange("/api/v5/public/instruments")
    OkxAnswer<InstrumentRow> instruments(@RequestParam String instType);

    /// Candles of trades.
    ///
    /// @param source `candles` for the latest 1,440, `history-candles` for all
    /// @param before only rows newer than this
    /// @param after only rows older than this
    @GetExchange("/api/v5/market/{source}")
    OkxAnswer<CandleRow> candles(
            @PathVariable String source,
            @RequestParam String instId,
            @RequestParam String bar,
            @RequestParam long before,
            @RequestParam long after,
            @RequestParam int limit);

    /// Candles of the mark price.
    ///
    /// @param source `mark-price-candles` for the latest 1,440, `history-mark-price-candles` for all
    /// @param before only rows newer than this
    /// @param after only rows older than this
    @GetExchange("/api/v5/market/{source}")
    OkxAnswer<MarkPriceCandleRow> markPriceCandles(
            @PathVariable String source,
            @RequestParam String instId,
            @RequestParam String bar,
            @RequestParam long before,
            @RequestParam long after,
            @RequestParam int limit);

    @GetExchange("/api/v5/public/funding-rate-history")
    OkxAnswer<FundingRow> fundingRates(
            @RequestParam String instId, @RequestParam long before, @RequestParam long after, @RequestParam int limit);

    /// Open interest by periods.
    ///
    /// @param begin only rows newer than this
    /// @param end only rows older than this
    @GetExchange("/api/v5/rubik/stat/contracts/open-interest-history")
    OkxAnswer<OpenInterestRow> openInterestHistory(
            @RequestParam String instId,
            @RequestParam String period,
            @RequestParam long begin,
            @RequestParam long end,
            @RequestParam int limit);

    /// One of the three long/short ratios.
    ///
    /// @param statistic `long-short-account-ratio-contract`, `long-short-account-ratio-contract-top-trader` or
    ///     `long-short-position-ratio-contract-top-trader`
    /// @param begin only rows newer than this
    /// @param end only rows older than this
    @GetExchange("/api/v5/rubik/stat/contracts/{statistic}")
    OkxAnswer<RatioRow> ratios(
            @PathVariable String statistic,
            @RequestParam String instId,
            @RequestParam String period,
            @RequestParam long begin,
            @RequestParam long end,
            @RequestParam int limit);

    /// What takers bought and sold by periods.
    ///
    /// @param unit 0 for coins
    /// @param begin only rows newer than this
    /// @param end only rows older than this
    @GetExchange("/api/v5/rubik/stat/taker-volume-contract")
    OkxAnswer<TakerVolumeRow> takerVolumes(
            @RequestParam String instId,
            @RequestParam String period,
            @RequestParam int unit,
            @RequestParam long begin,
            @RequestParam long end,
            @RequestParam int limit);

    /// Of all contracts of a kind.
    @GetExchange("/api/v5/public/open-interest")
    OkxAnswer<OpenInterestNow> openInterest(@RequestParam String instType);

    @GetExchange("/api/v5/public/open-interest")
    OkxAnswer<OpenInterestNow> openInterest(@RequestParam String instType, @RequestParam String instId);

    @GetExchange("/api/v5/public/mark-price")
    OkxAnswer<MarkPrice> markPrice(@RequestParam String instType, @RequestParam String instId);

    /// The margin tiers of one contract.
    ///
    /// @param tdMode `isolated` or `cross`
    @GetExchange("/api/v5/public/position-tiers")
    OkxAnswer<PositionTierRow> positionTiers(
            @RequestParam String instType, @RequestParam String tdMode, @RequestParam String instFamily);

    /// Orders by which positions were taken over, of the last day.
    ///
    /// @param instFamily what the contracts share
    /// @param state `filled` for those that were
    /// @param after only rows older than this
    @GetExchange("/api/v5/public/liquidation-orders")
    OkxAnswer<LiquidatedContract> liquidations(
            @RequestParam String instType,
            @RequestParam String instFamily,
            @RequestParam String state,
            @RequestParam long after,
            @RequestParam int limit);
}
