package io.liquidationmap.ingestion.okx;

import static java.util.Collections.max;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Candles, which the venue has kept for years, and funding, which it keeps for three months.
final class OkxHistory {

    private static final int CANDLES_PER_REQUEST = 300;
    private static final int MARK_PRICE_CANDLES_PER_REQUEST = 100;
    private static final int FUNDING_PER_REQUEST = 400;

    /// How many of the latest candles have endpoints of their own, which know them first; some are left for the time
    /// that passes.
    private static final int LATEST_CANDLES = 1400;

    private static final Duration FUNDING_KEPT = Duration.ofDays(92);

    /// The longest stretch in which funding, paid hourly at most, fits into one answer.
    private static final Duration FUNDING_STRETCH = Duration.ofHours(FUNDING_PER_REQUEST - 1);

    private final OkxApi api;
    private final Clock clock;

    OkxHistory(OkxApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// Adds prices, volumes and funding of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, OkxContract contract, Interval interval, Instant from, Instant to) {
        String symbol = contract.instrument().symbol();
        String bar = OkxPeriods.CANDLES.of(interval);
        Stretches.forEach(
                from,
                to,
                interval.duration().multipliedBy(MARK_PRICE_CANDLES_PER_REQUEST),
                (begin, end) -> api
                        .markPriceCandles(
                                isLatest(begin, interval) ? "mark-price-candles" : "history-mark-price-candles",
                                symbol,
                                bar,
                                begin.toEpochMilli() - 1,
                                end.toEpochMilli(),
                                MARK_PRICE_CANDLES_PER_REQUEST)
                        .rows()
                        .stream()
                        .filter(MarkPriceCandleRow::hasEnded)
                        .forEach(row -> bars.mark(row.toKline())));
        Stretches.forEach(
                from,
                to,
                interval.duration().multipliedBy(CANDLES_PER_REQUEST),
                (begin, end) -> api
                        .candles(
                                isLatest(begin, interval) ? "candles" : "history-candles",
                                symbol,
                                bar,
                                begin.toEpochMilli() - 1,
                                end.toEpochMilli(),
                                CANDLES_PER_REQUEST)
                        .rows()
                        .stream()
                        .filter(CandleRow::hasEnded)
                        .forEach(row -> bars.trade(row.toKline(contract))));
        collectFunding(bars, symbol, max(List.of(from, clock.instant().minus(FUNDING_KEPT))), to);
    }

    private void collectFunding(BarAssembly bars, String symbol, Instant from, Instant to) {
        Stretches.forEachWithFunding(
                from,
                to,
                FUNDING_STRETCH,
                (begin, end) ->
                        api
                                .fundingRates(symbol, begin.toEpochMilli() - 1, end.toEpochMilli(), FUNDING_PER_REQUEST)
                                .rows()
                                .stream()
                                .distinct()
                                .forEach(row -> bars.funding(Instant.ofEpochMilli(row.fundingTime()), row.paid())));
    }

    private boolean isLatest(Instant begin, Interval interval) {
        return begin.isAfter(clock.instant().minus(interval.duration().multipliedBy(LATEST_CANDLES)));
    }
}
