package io.liquidationmap.ingestion;

import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Refuses what a venue cannot have meant, before it is stored. A row with an impossible time or price is dropped; an
/// impossible open interest or average price is made unknown and the rest of the row kept.
final class BarCheck {

    /// A venue does not move its price or open interest this much from one bar to the next; a slipped unit does.
    private static final double SLIPPED_UNIT = 1000;

    /// Venues sample open interest a little beside the end of a bar, so a trade may count in the next one: as if a tenth
    /// more had been traded.
    private static final double VOLUME_TOLERANCE = 1.1;

    /// Averages are of the last price, candles of the mark, and the two drift apart in a crash.
    private static final double VWAP_TOLERANCE = 2;

    private final Interval interval;
    private final ContractType contract;
    private final Instant now;
    private final List<Refusal> refusals = new ArrayList<>();

    private BarCheck(Interval interval, ContractType contract, Instant now) {
        this.interval = interval;
        this.contract = contract;
        this.now = now;
    }

    /// The bars of `page` that may be stored, each open time once, ascending, and all refusals.
    ///
    /// @param page as the venue delivered it, in any order
    /// @param from first open time that was asked for
    /// @param to end of what was asked for
    /// @param before what is stored just before `from`, to compare the first bars with; may be empty
    /// @param after what is stored from `to` on, to compare the last bars with where nothing before can be
    /// @param contract tells whether sizes count coins or dollars
    /// @param now no bar may end later
    static BarPage check(
            BarPage page,
            Instant from,
            Instant to,
            BarSeries before,
            Supplier<BarSeries> after,
            ContractType contract,
            Instant now) {
        BarCheck check = new BarCheck(before.interval(), contract, now);
        check.refusals.addAll(page.refusals());
        List<Bar> bars = check.plausiblePrices(check.ordered(page.bars(), from, to), before);
        return new BarPage(check.plausibleOpenInterest(bars, before, after), check.refusals);
    }

    private SortedMap<Instant, Bar> ordered(List<Bar> bars, Instant from, Instant to) {
        SortedMap<Instant, Bar> byTime = new TreeMap<>();
        for (Bar bar : bars) {
            Instant open = bar.openTime();
            if (!interval.isBoundary(open)) {
                refuse(open, "does not open on a boundary of " + interval);
            } else if (open.plus(interval.duration()).isAfter(now)) {
                refuse(open, "has not ended yet");
            } else if (open.isBefore(from) || !open.isBefore(to)) {
                refuse(open, "was not asked for");
            } else {
                Bar twin = byTime.put(open, bar);
                if (twin != null && !twin.equals(bar)) {
                    refuse(open, "was delivered twice with different values; the later one is used");
                }
            }
        }
        return byTime;
    }

    private List<Bar> plausiblePrices(SortedMap<Instant, Bar> bars, BarSeries before) {
        double reference = before.isEmpty()
                ? median(bars.values().stream()
                        .mapToDouble(bar -> bar.price().close())
                        .toArray())
                : before.close(before.size() - 1);
        List<Bar> plausible = new ArrayList<>(bars.size());
        for (Bar bar : bars.values()) {
            if (bar.price().high() > reference * SLIPPED_UNIT || bar.price().low() < reference / SLIPPED_UNIT) {
                refuse(bar.openTime(), "price is a thousandfold off");
            } else {
                reference = bar.price().close();
                plausible.add(plausibleVwap(bar));
            }
        }
        return plausible;
    }

    private Bar plausibleVwap(Bar bar) {
        Double vwap = bar.vwap();
        boolean plausible = vwap == null
                || (vwap >= bar.price().low() / VWAP_TOLERANCE
                        && vwap <= bar.price().high() * VWAP_TOLERANCE);
        if (plausible) {
            return bar;
        }
        refuse(bar.openTime(), "average trade price lies far outside the candle");
        return bar.toBuilder().vwap(null).build();
    }

    /// From what is stored before on; back-fills go backwards, from what is stored after.
    private List<Bar> plausibleOpenInterest(List<Bar> bars, BarSeries before, Supplier<BarSeries> after) {
        OpenInterestTrail trail = new OpenInterestTrail(interval);
        for (int i = 0; i < before.size(); i++) {
            trail.step(before.openTimeMs(i), size(before.volume(i), before.close(i)));
            trail.acceptIfKnown(size(before.openInterest(i), before.close(i)));
        }
        return trail.isAnchored() ? following(trail, bars) : leadingTo(after.get(), bars);
    }

    private List<Bar> following(OpenInterestTrail trail, List<Bar> bars) {
        List<Bar> plausible = new ArrayList<>(bars.size());
        for (Bar bar : bars) {
            trail.step(bar.openTime().toEpochMilli(), size(bar.volume(), bar));
            plausible.add(plausibleOpenInterest(bar, trail));
        }
        return plausible;
    }

    private List<Bar> leadingTo(BarSeries after, List<Bar> bars) {
        OpenInterestTrail trail = new OpenInterestTrail(interval);
        double tradedAfter = Double.NaN;
        for (int i = after.size() - 1; i >= 0; i--) {
            trail.step(after.openTimeMs(i), tradedAfter);
            trail.acceptIfKnown(size(after.openInterest(i), after.close(i)));
            tradedAfter = size(after.volume(i), after.close(i));
        }
        if (!trail.isAnchored()) {
            return first(bars);
        }
        List<Bar> plausible = new ArrayList<>(bars.size());
        for (Bar bar : bars.reversed()) {
            trail.step(bar.openTime().toEpochMilli(), tradedAfter);
            plausible.add(plausibleOpenInterest(bar, trail));
            tradedAfter = size(bar.volume(), bar);
        }
        return plausible.reversed();
    }

    /// Where nothing is stored, the samples have only each other.
    private List<Bar> first(List<Bar> bars) {
        OpenInterestTrail trail = new OpenInterestTrail(interval);
        trail.expectAbout(median(bars.stream()
                .filter(bar -> bar.openInterest() != null)
                .mapToDouble(bar -> size(bar.openInterest(), bar))
                .toArray()));
        return following(trail, withoutOddFirst(bars));
    }

    /// The first sample is not to be what all others are held against if the next two agree with each other, and
    /// neither with it.
    private List<Bar> withoutOddFirst(List<Bar> bars) {
        int[] samples = IntStream.range(0, bars.size())
                .filter(i -> bars.get(i).openInterest() != null)
                .limit(3)
                .toArray();
        if (samples.length < 3) {
            return bars;
        }
        String objection = objection(bars.subList(samples[0], samples[1] + 1));
        if (objection == null
                || objection(bars.subList(samples[0], samples[2] + 1)) == null
                || objection(bars.subList(samples[1], samples[2] + 1)) != null) {
            return bars;
        }
        Bar first = bars.get(samples[0]);
        refuse(first.openTime(), objection);
        List<Bar> others = new ArrayList<>(bars);
        others.set(samples[0], first.toBuilder().openInterest(null).build());
        return others;
    }

    /// What speaks against the open interest of the last of some bars if that of the first is true.
    private @Nullable String objection(List<Bar> bars) {
        OpenInterestTrail trail = new OpenInterestTrail(interval);
        Bar first = bars.getFirst();
        trail.step(first.openTime().toEpochMilli(), Double.NaN);
        trail.acceptIfKnown(size(first.openInterest(), first));
        for (Bar bar : bars.subList(1, bars.size())) {
            trail.step(bar.openTime().toEpochMilli(), size(bar.volume(), bar));
        }
        return trail.objectionTo(size(bars.getLast().openInterest(), bars.getLast()));
    }

    private Bar plausibleOpenInterest(Bar bar, OpenInterestTrail trail) {
        if (bar.openInterest() == null) {
            return bar;
        }
        double openInterest = size(bar.openInterest(), bar);
        String objection = trail.objectionTo(openInterest);
        if (objection == null) {
            trail.accept(openInterest);
            return bar;
        }
        refuse(bar.openTime(), objection);
        return bar.toBuilder().openInterest(null).build();
    }

    private double size(@Nullable Double coins, Bar bar) {
        return size(coins == null ? Double.NaN : coins, bar.price().close());
    }

    /// The number of contracts, in the unit in which only a trade can change it: the coins of an inverse contract
    /// change with every move of the price.
    private double size(double coins, double price) {
        return contract == ContractType.LINEAR ? coins : coins * price;
    }

    private void refuse(Instant at, String reason) {
        refusals.add(new Refusal(at, reason));
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// Follows open interest from one accepted sample to the next, forwards or backwards in time. Every trade changes it
    /// by at most its own size, so between two samples it cannot change by more than what was traded in between. A sample
    /// that breaks this is left out; after a lasting step (a venue that counts differently) samples are accepted again as
    /// soon as the volume traded since covers it.
    private static final class OpenInterestTrail {
        private final long intervalMs;
        private long lastOpenMs = Long.MIN_VALUE;
        private double magnitude = Double.NaN;
        private double anchor = Double.NaN;
        private double tradedSince = Double.NaN;

        OpenInterestTrail(Interval interval) {
            intervalMs = interval.millis();
        }

        boolean isAnchored() {
            return !Double.isNaN(anchor);
        }

        void expectAbout(double size) {
            magnitude = size;
        }

        /// Moves on to a bar.
        ///
        /// @param volume what was traded between its end and that of the bar come from; NaN where unknown, and then the
        ///     next sample is not held against it
        void step(long openMs, double volume) {
            tradedSince = Math.abs(openMs - lastOpenMs) == intervalMs ? tradedSince + volume : Double.NaN;
            lastOpenMs = openMs;
        }

        void acceptIfKnown(double size) {
            if (!Double.isNaN(size)) {
                accept(size);
            }
        }

        void accept(double size) {
            anchor = size;
            magnitude = size;
            tradedSince = 0;
        }

        @Nullable String objectionTo(double size) {
            if (magnitude > 0 && (size > magnitude * SLIPPED_UNIT || size < magnitude / SLIPPED_UNIT)) {
                return "open interest is a thousandfold off";
            }
            double change = Math.abs(size - anchor);
            if (change > tradedSince * VOLUME_TOLERANCE) {
                return String.format(
                        Locale.ROOT, "open interest moved by %.6g while %.6g were traded", change, tradedSince);
            }
            return null;
        }
    }
}
