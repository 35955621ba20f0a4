package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.http.PassingFailure;
import java.util.List;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests of the REST interface this service makes. Times are epoch milliseconds, both ends inclusive.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface DeribitApi {

    /// The path of the listing.
    String LISTING = "/public/get_instruments";

    /// The listing.
    ///
    /// @param currency of settlement, or `any`
    /// @param kind such as `future`, which perpetuals count as
    @GetExchange(LISTING)
    DeribitAnswer<List<InstrumentRow>> instruments(@RequestParam String currency, @RequestParam String kind);

    @GetExchange("/public/ticker")
    DeribitAnswer<Ticker> ticker(@RequestParam("instrument_name") String symbol);

    /// The present state of all contracts that settle in a currency.
    @GetExchange("/public/get_book_summary_by_currency")
    DeribitAnswer<List<SummaryRow>> summaries(@RequestParam String currency, @RequestParam String kind);

    /// Candles of trades, oldest first.
    ///
    /// @param resolution their length
    @GetExchange("/public/get_tradingview_chart_data")
    DeribitAnswer<Chart> chart(
            @RequestParam("instrument_name") String symbol,
            @RequestParam String resolution,
            @RequestParam("start_timestamp") long start,
            @RequestParam("end_timestamp") long end);

    /// Trades, at most a thousand.
    ///
    /// @param sorting `asc` for the oldest first
    @GetExchange("/public/get_last_trades_by_instrument_and_time")
    DeribitAnswer<Trades> trades(
            @RequestParam("instrument_name") String symbol,
            @RequestParam("start_timestamp") long start,
            @RequestParam("end_timestamp") long end,
            @RequestParam int count,
            @RequestParam String sorting);

    /// The interest of each hour.
    @GetExchange("/public/get_funding_rate_history")
    DeribitAnswer<List<FundingRow>> funding(
            @RequestParam("instrument_name") String symbol,
            @RequestParam("start_timestamp") long start,
            @RequestParam("end_timestamp") long end);
}
