package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the venue remembers: candles of trades, and payments of funding. It has no candles of the mark price, by which
/// it liquidates, and no past open interest.
final class HyperliquidHistory {

    private static final Interval FUNDING_PERIOD = Interval.ONE_HOUR;

    private static final IntervalNames INTERVALS =
            new IntervalNames(Stream.of("1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "8h", "12h", "1d")
                    .collect(Collectors.toMap(name -> name, name -> name)));

    private final HyperliquidApi api;

    HyperliquidHistory(HyperliquidApi api) {
        this.api = api;
    }

    /// Adds what is known of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        collectCandles(bars, instrument, interval, from, to);
        collectFunding(bars, instrument.symbol(), from, to);
    }

    /// Adds prices and volumes of the bars that open in `[from, to)`.
    void collectCandles(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        String coin = instrument.symbol();
        String name = INTERVALS.of(interval);
        Stretches.forEach(
                from,
                to,
                interval.duration().multipliedBy(InfoRequest.MOST_CANDLES),
                (begin, end) ->
                        api
                                .candles(InfoRequest.candles(coin, name, begin, end, interval.barsBetween(begin, end)))
                                .stream()
                                .filter(row -> isWithin(row.openTime(), begin, end))
                                .forEach(row -> bars.trade(row.toKline())));
    }

    private void collectFunding(BarAssembly bars, String coin, Instant from, Instant to) {
        Stretches.forEachWithFunding(
                from, to, FUNDING_PERIOD.duration().multipliedBy(InfoRequest.MOST_PAYMENTS), (begin, end) -> {
                    long payments = FUNDING_PERIOD.barsBetween(begin, FUNDING_PERIOD.ceiling(end));
                    api.funding(InfoRequest.funding(coin, begin, end, payments)).stream()
                            .filter(row -> isWithin(row.at(), begin, end))
                            .forEach(row -> bars.funding(row.at(), row.fundingRate()));
                });
    }

    private static boolean isWithin(Instant time, Instant begin, Instant end) {
        return !time.isBefore(begin) && time.isBefore(end);
    }
}
