package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the REST interface knows of the past: candles, funding, and the newest ratios and taker volumes. Open interest it
/// knows of the present only.
final class BitgetHistory {

    private static final int CANDLES_PER_ANSWER = 200;

    /// So many that with one more at either end they fit into an answer.
    private static final int CANDLES_PER_REQUEST = CANDLES_PER_ANSWER - 2;

    /// Candles younger than this are asked for where the open one is too: the history may take its time.
    private static final Duration RECENT = Duration.ofDays(2);

    /// How many rows of a statistic an answer is trusted to hold.
    private static final int ROWS_PER_STATISTIC = 30;

    /// Six hours and longer begin in Hong Kong unless they are asked for in UTC.
    private static final IntervalNames GRANULARITIES = new IntervalNames(Map.of(
            "1m", "1m", "3m", "3m", "5m", "5m", "15m", "15m", "30m", "30m", "1h", "1H", "4h", "4H", "6h", "6Hutc",
            "12h", "12Hutc", "1d", "1Dutc"));

    private static final IntervalNames PERIODS =
            new IntervalNames(Map.of("5m", "5m", "15m", "15m", "30m", "30m", "1h", "1h", "2h", "2h", "4h", "4h"));

    private final BitgetApi api;
    private final Clock clock;
    private final BitgetFunding funding;

    BitgetHistory(BitgetApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.funding = new BitgetFunding(api, clock);
    }

    /// Adds what is known of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        List<TakerVolumeRow> taken = collectStatistics(bars, instrument, interval, to);
        Map<Instant, Double> traded = collectCandles(bars, instrument, interval, from, to);
        new TakerVolumes(interval, taken, traded).addTo(bars);
        funding.collect(bars, instrument, from, to);
    }

    /// Adds prices and volumes of the bars that open in `[from, to)`.
    ///
    /// @return coins traded in each, by its open time
    Map<Instant, Double> collectCandles(
            BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        Duration longest = interval.duration().multipliedBy(CANDLES_PER_REQUEST);
        Map<Instant, Double> traded = new HashMap<>();
        Stretches.forEach(
                from, to, longest, (begin, end) -> collectPage(bars, traded, instrument, interval, begin, end));
        return traded;
    }

    private void collectPage(
            BarAssembly bars,
            Map<Instant, Double> traded,
            Instrument instrument,
            Interval interval,
            Instant begin,
            Instant end) {
        String symbol = instrument.symbol();
        String product = ProductType.of(instrument).wireName;
        String name = GRANULARITIES.of(interval);
        long first = begin.minus(interval.duration()).toEpochMilli();
        long last = end.toEpochMilli();
        boolean recent = begin.isAfter(clock.instant().minus(RECENT));
        BitgetAnswer<List<CandleRow>> mark = recent
                ? api.candles(symbol, product, name, "MARK", first, last, CANDLES_PER_ANSWER)
                : api.historyMarkCandles(symbol, product, name, first, last, CANDLES_PER_ANSWER);
        mark.content().stream()
                .map(CandleRow::toKline)
                .filter(kline -> isWithin(kline.openTime(), begin, end))
                .forEach(bars::mark);
        BitgetAnswer<List<CandleRow>> trades = recent
                ? api.candles(symbol, product, name, "MARKET", first, last, CANDLES_PER_ANSWER)
                : api.historyCandles(symbol, product, name, first, last, CANDLES_PER_ANSWER);
        trades.content().stream()
                .map(CandleRow::toKline)
                .filter(kline -> isWithin(kline.openTime(), begin, end))
                .forEach(kline -> {
                    bars.trade(kline);
                    traded.put(kline.openTime(), kline.volume());
                });
    }

    /// Adds ratios. The requests name no shelf, and are documented for the symbols of USDT futures.
    ///
    /// @return what takers did in periods as long as a bar; empty if there are none
    private List<TakerVolumeRow> collectStatistics(
            BarAssembly bars, Instrument instrument, Interval interval, Instant to) {
        Interval period = PERIODS.within(interval);
        Instant oldest = clock.instant().minus(period.duration().multipliedBy(ROWS_PER_STATISTIC));
        if (ProductType.of(instrument) != ProductType.USDT_FUTURES || to.isBefore(oldest)) {
            return List.of();
        }
        api.accountRatios(instrument.symbol(), PERIODS.of(period)).content().forEach(row -> {
            Instant at = Instant.ofEpochMilli(row.ts());
            bars.positioning(new PositioningSample(at, null, row.longShortAccountRatio(), null, null));
        });
        return period.equals(interval)
                ? api.takerVolumes(instrument.symbol(), PERIODS.of(period)).content()
                : List.of();
    }

    private static boolean isWithin(Instant openTime, Instant begin, Instant end) {
        return !openTime.isBefore(begin) && openTime.isBefore(end);
    }
}
