package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.ingestion.dydx.Candles.CandleRow;
import io.liquidationmap.ingestion.dydx.HistoricalFunding.FundingRow;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the indexer knows of the past: candles of trades with the open interest at their beginning, and funding. Of the
/// oracle's price it knows the present only.
final class DydxHistory {

    static final int ROWS_PER_REQUEST = 1_000;

    private static final IntervalNames RESOLUTIONS = new IntervalNames(Map.of(
            "1m", "1MIN", "5m", "5MINS", "15m", "15MINS", "30m", "30MINS", "1h", "1HOUR", "4h", "4HOURS", "1d",
            "1DAY"));

    private final DydxApi api;

    DydxHistory(DydxApi api) {
        this.api = api;
    }

    /// Adds what is known of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        collectCandles(bars, instrument, interval, from, to);
        Instant firstPayment = Interval.ONE_HOUR.ceiling(from);
        if (firstPayment.isBefore(to)) {
            collectFunding(bars, instrument.symbol(), firstPayment, to);
        }
    }

    /// Adds prices, volumes and open interest of the bars that open in `[from, to)`.
    void collectCandles(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        String resolution = RESOLUTIONS.of(interval);
        collectCandles(bars, instrument.symbol(), resolution, from, to.plus(interval.duration()));
    }

    /// Goes back from the candle that begins when the last bar ends, which is still running perhaps, but says what was open
    /// when it began.
    private void collectCandles(BarAssembly bars, String ticker, String resolution, Instant from, Instant before) {
        Instant oldest = before;
        List<CandleRow> page;
        do {
            Instant end = oldest;
            page = api.candles(ticker, resolution, from, end, ROWS_PER_REQUEST).rows().stream()
                    .filter(row -> row.startedAt().isBefore(end))
                    .toList();
            for (CandleRow row : page) {
                bars.trade(row.toKline());
                collectOpenInterest(bars, row);
                oldest = earlier(oldest, row.startedAt());
            }
        } while (!page.isEmpty() && oldest.isAfter(from));
    }

    private static void collectOpenInterest(BarAssembly bars, CandleRow row) {
        Double coins = row.startingOpenInterest();
        if (coins != null && coins != 0) {
            bars.positioning(PositioningSample.openInterest(row.startedAt(), coins));
        }
    }

    private void collectFunding(BarAssembly bars, String ticker, Instant from, Instant to) {
        Instant oldest = to;
        List<FundingRow> page;
        do {
            Instant end = oldest;
            long hours = Duration.between(from, end).toHours() + 1;
            int limit = (int) Math.min(hours, ROWS_PER_REQUEST);
            page = api.funding(ticker, end.minusMillis(1), limit).rows().stream()
                    .filter(row -> row.effectiveAt().isBefore(end))
                    .distinct()
                    .toList();
            for (FundingRow row : page) {
                bars.funding(row.effectiveAt(), row.rate());
                oldest = earlier(oldest, row.effectiveAt());
            }
        } while (!page.isEmpty() && oldest.isAfter(from));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
