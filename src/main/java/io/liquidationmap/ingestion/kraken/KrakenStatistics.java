package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.ingestion.kraken.Analytics.Result;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The statistics of one stretch of one contract. The volume of liquidations is among what the venue has but does not say
/// whose they were, so it is of no use here.
final class KrakenStatistics {
    private final KrakenApi api;
    private final BarAssembly bars;
    private final Instrument instrument;
    private final Interval interval;
    private final Instant begin;
    private final Instant end;

    KrakenStatistics(
            KrakenApi api, BarAssembly bars, Instrument instrument, Interval interval, Instant begin, Instant end) {
        this.api = api;
        this.bars = bars;
        this.instrument = instrument;
        this.interval = interval;
        this.begin = begin;
        this.end = end;
    }

    /// Adds them to the bars of the stretch.
    ///
    /// @param tradePrices at which what was traded in a bar is valued, by its open time
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
                        ratio(row.value(i, "top20Percent", "longCount"), row.value(i, "top20Percent", "shortCount")),
                        null)));
        forEach("cvd", (open, at, row, i) -> {
            double bought = row.value(i, "buy_volume");
            Double price = tradePrices.get(open);
            if (!Double.isNaN(bought) && price != null) {
                bars.takerBuyVolume(open, KrakenHistory.coins(instrument, bought, price));
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
            Result page =
                    Objects.requireNonNull(api.analytics(instrument.symbol(), statistic, interval.seconds(), since, to)
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

    @FunctionalInterface
    private interface RowAction {
        void accept(Instant open, Instant end, Result page, int index);
    }
}
