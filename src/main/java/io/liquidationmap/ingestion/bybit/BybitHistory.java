package io.liquidationmap.ingestion.bybit;

import static java.util.Collections.max;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.IntervalNames;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Everything the venue has kept, which is everything since a contract was launched.
final class BybitHistory {

    private static final int KLINES_PER_REQUEST = 1000;
    private static final int OPEN_INTERESTS_PER_REQUEST = 200;
    private static final int RATIOS_PER_REQUEST = 500;
    private static final int FUNDING_PER_REQUEST = 200;

    /// The longest stretch in which funding, paid hourly at most, fits into one answer.
    private static final Duration FUNDING_STRETCH = Duration.ofHours(FUNDING_PER_REQUEST - 1);

    private static final Instant FIRST_RATIOS = Instant.parse("2020-07-20T00:00:00Z");

    private static final IntervalNames KLINES = new IntervalNames(Map.ofEntries(
            Map.entry("1m", "1"),
            Map.entry("3m", "3"),
            Map.entry("5m", "5"),
            Map.entry("15m", "15"),
            Map.entry("30m", "30"),
            Map.entry("1h", "60"),
            Map.entry("2h", "120"),
            Map.entry("4h", "240"),
            Map.entry("6h", "360"),
            Map.entry("12h", "720"),
            Map.entry("1d", "D")));

    private static final IntervalNames STATISTICS =
            new IntervalNames(Map.of("5m", "5min", "15m", "15min", "30m", "30min", "1h", "1h", "4h", "4h", "1d", "1d"));

    private final BybitApi api;

    BybitHistory(BybitApi api) {
        this.api = api;
    }

    /// Adds everything about the bars that open in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        collectPrices(bars, instrument, interval, from, to);
        collectFunding(bars, instrument, from, to);
        Interval period = STATISTICS.within(interval);
        Instant firstEnd = from.plus(interval.duration());
        Instant afterLastEnd = to.plusMillis(1);
        collectOpenInterest(bars, instrument, period, firstEnd, afterLastEnd);
        // The venue counts the holders of contracts in US dollars and USDT only.
        if (!instrument.quote().equals("USDC")) {
            collectRatios(bars, instrument, period, max(List.of(firstEnd, FIRST_RATIOS)), afterLastEnd);
        }
    }

    private void collectPrices(BarAssembly bars, Instrument instrument, Interval interval, Instant from, Instant to) {
        String category = BybitSource.category(instrument);
        String symbol = instrument.symbol();
        String name = KLINES.of(interval);
        Stretches.forEach(from, to, interval.duration().multipliedBy(KLINES_PER_REQUEST), (begin, end) -> {
            int limit = (int) interval.barsBetween(begin, end);
            long first = begin.toEpochMilli();
            long last = end.toEpochMilli() - 1;
            api.markPriceKlines(category, symbol, name, first, last, limit)
                    .rows()
                    .forEach(row -> bars.mark(row.toKline()));
            api.klines(category, symbol, name, first, last, limit)
                    .rows()
                    .forEach(row -> bars.trade(row.toKline(instrument.contract())));
        });
    }

    private void collectFunding(BarAssembly bars, Instrument instrument, Instant from, Instant to) {
        Stretches.forEachWithFunding(
                from,
                to,
                FUNDING_STRETCH,
                (begin, end) -> api
                        .fundingRates(
                                BybitSource.category(instrument),
                                instrument.symbol(),
                                begin.toEpochMilli(),
                                end.toEpochMilli() - 1,
                                FUNDING_PER_REQUEST)
                        .rows()
                        .stream()
                        .distinct()
                        .forEach(row ->
                                bars.funding(Instant.ofEpochMilli(row.fundingRateTimestamp()), row.fundingRate())));
    }

    private void collectOpenInterest(
            BarAssembly bars, Instrument instrument, Interval period, Instant from, Instant to) {
        Stretches.forEach(
                from,
                to,
                period.duration().multipliedBy(OPEN_INTERESTS_PER_REQUEST),
                (begin, end) -> api.openInterest(
                                BybitSource.category(instrument),
                                instrument.symbol(),
                                STATISTICS.of(period),
                                begin.toEpochMilli(),
                                end.toEpochMilli() - 1,
                                OPEN_INTERESTS_PER_REQUEST)
                        .rows()
                        .forEach(row -> add(bars, instrument.contract(), row)));
    }

    private static void add(BarAssembly bars, ContractType contract, OpenInterestRow row) {
        Instant at = Instant.ofEpochMilli(row.timestamp());
        switch (contract) {
            case LINEAR -> bars.positioning(PositioningSample.openInterest(at, row.counted()));
            case INVERSE -> bars.openInterestUsd(at, row.counted());
        }
    }

    private void collectRatios(BarAssembly bars, Instrument instrument, Interval period, Instant from, Instant to) {
        Stretches.forEach(
                from,
                to,
                period.duration().multipliedBy(RATIOS_PER_REQUEST),
                (begin, end) -> api.accountRatios(
                                BybitSource.category(instrument),
                                instrument.symbol(),
                                STATISTICS.of(period),
                                begin.toEpochMilli(),
                                end.toEpochMilli() - 1,
                                RATIOS_PER_REQUEST)
                        .rows()
                        .forEach(row -> bars.positioning(row.sample())));
    }
}
