package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.ingestion.kraken.Analytics.Result;
import io.liquidationmap.ingestion.kraken.Candles.CandleRow;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the charts know: candles of the mark and of trades, and the statistics. The volume of liquidations is among these
/// but does not say whose they were, so it is of no use here.
final class KrakenHistory {

    private static final int ROWS_PER_REQUEST = 1_000;

    private static final IntervalNames RESOLUTIONS =
            new IntervalNames(Stream.of("1m", "5m", "15m", "30m", "1h", "4h", "12h", "1d")
                    .collect(Collectors.toMap(name -> name, name -> name)));

    private final KrakenApi api;

    KrakenHistory(KrakenApi api) {
        this.api = api;
    }

    /// Adds what is known of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        String resolution = RESOLUTIONS.of(interval);
        Duration longest = interval.duration().multipliedBy(ROWS_PER_REQUEST);
        Stretches.forEach(from, to, longest, (begin, end) -> {
            forEachCandle("mark", instrument, resolution, begin, end, row -> bars.mark(row.kline(0)));
            Map<Instant, Double> tradePrices = new HashMap<>();
            forEachCandle("trade", instrument, resolution, begin, end, row -> {
                double price = row.kline(0).typicalPrice();
                tradePrices.put(row.openTime(), price);
                bars.trade(row.kline(coins(instrument, row.volume(), price)));
            });
            new Statistics(bars, instrument, interval, begin, end).collect(tradePrices);
        });
    }

    private void forEachCandle(
            String price,
            Instrument instrument,
            String resolution,
            Instant begin,
            Instant end,
            Consumer<CandleRow> action) {
        long from = begin.getEpochSecond();
        long to = end.getEpochSecond() - 1;
        boolean more = true;
        while (more && from <= to) {
            Candles page = api.candles(price, instrument.symbol(), resolution, from, to);
            page.candles().stream()
                    .filter(row ->
                            !row.openTime().isBefore(begin) && row.openTime().isBefore(end))
                    .forEach(action);
            long next = page.candles().stream()
                    .mapToLong(row -> row.openTime().getEpochSecond() + 1)
                    .max()
                    .orElse(from);
            more = Boolean.TRUE.equals(page.moreCandles()) && next > from;
            from = next;
        }
    }

    /// Inverse contracts are counted in US dollars.
    private static double coins(Instrument instrument, double size, double price) {
        return instrument.contract() == ContractType.INVERSE ? size / price : size;
    }

    /// The statistics of one stretch.
    private final class Statistics {
        private final BarAssembly bars;
        private final Instrument instrument;
        private final Interval interval;
        private final Instant begin;
        private final Instant end;

        Statistics(BarAssembly bars, Instrument instrument, Interval interval, Instant begin, Instant end) {
            this.bars = bars;
            this.instrument = instrument;
            this.interval = interval;
            this.begin = begin;
            this.end = end;
        }

        void collect(Map<Instant, Double> tradePrices) {
            forEach("open-interest", (open, at, row, i) -> openInterest(at, row.value(i)));
            forEach(
                    "long-short-info",
                    (open, at, row, i) -> bars.positioning(new PositioningSample(
                            at, null, ratio(row.value(i, "longCount"), row.value(i, "shortCount")), null, null)));
            forEach(
                    "top-traders",
                    (open, at, row, i) -> bars.positioning(new PositioningSample(
                            at,
                            null,
                            null,
                            ratio(
                                    row.value(i, "top20Percent", "longCount"),
                                    row.value(i, "top20Percent", "shortCount")),
                            null)));
            forEach("cvd", (open, at, row, i) -> {
                double bought = row.value(i, "buy_volume");
                Double price = tradePrices.get(open);
                if (!Double.isNaN(bought) && price != null) {
                    bars.takerBuyVolume(open, coins(instrument, bought, price));
                }
            });
        }

        private void openInterest(Instant at, double size) {
            if (Double.isNaN(size)) {
                bars.refuse(at, "open interest is no number");
            } else if (instrument.contract() == ContractType.INVERSE) {
                bars.openInterestUsd(at, size);
            } else {
                bars.positioning(PositioningSample.openInterest(at, size));
            }
        }

        private void forEach(String statistic, RowAction action) {
            long since = begin.getEpochSecond();
            long to = end.getEpochSecond() - 1;
            boolean more = true;
            while (more && since <= to) {
                Result page = Objects.requireNonNull(
                        api.analytics(instrument.symbol(), statistic, interval.seconds(), since, to)
                                .result());
                List<Long> labels = page.timestamp();
                long next = since;
                for (int i = 0; i < labels.size(); i++) {
                    Instant open = Instant.ofEpochSecond(labels.get(i));
                    next = Math.max(next, labels.get(i) + 1);
                    if (!open.isBefore(begin) && open.isBefore(end)) {
                        action.accept(open, open.plus(interval.duration()), page, i);
                    }
                }
                more = Boolean.TRUE.equals(page.more()) && next > since;
                since = next;
            }
        }

        /// What is called a ratio there is the share of the long ones.
        private static @Nullable Double ratio(double longCount, double shortCount) {
            return longCount >= 0 && shortCount > 0 ? (Double) (longCount / shortCount) : null;
        }
    }

    @FunctionalInterface
    private interface RowAction {
        void accept(Instant open, Instant end, Result page, int index);
    }
}
