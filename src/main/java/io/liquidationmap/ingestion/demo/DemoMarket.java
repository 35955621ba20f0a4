package io.liquidationmap.ingestion.demo;

import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.simulation.SimulatedMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One simulated market as far as it has come. It is simulated from its origin when first asked for, and then goes on
/// with the clock; nothing of it is stored, because simulating it again gives the same.
final class DemoMarket {

    /// How far back its bars are kept.
    static final Duration KEPT = Duration.ofDays(400);
    /// The bars it makes; longer ones are put together from these.
    static final Interval GRAIN = Interval.FIVE_MINUTES;

    private final Instrument instrument;
    private final Instant origin;
    private final Supplier<SimulatedMarket> opening;
    private final RecentBars recent = new RecentBars(Math.toIntExact(KEPT.dividedBy(GRAIN.duration())));
    private @Nullable SimulatedMarket market;

    /// @param opening makes the market as it stands at `origin`
    DemoMarket(Instrument instrument, Instant origin, Supplier<SimulatedMarket> opening) {
        this.instrument = instrument;
        this.origin = origin;
        this.opening = opening;
    }

    Instrument instrument() {
        return instrument;
    }

    Instant origin() {
        return origin;
    }

    /// Whether bars of that length can be put together.
    static boolean offers(Interval interval) {
        return interval.millis() % GRAIN.millis() == 0;
    }

    /// The bars that open in `[from, to)` and have ended by `now`, as far as they are kept.
    synchronized List<Bar> bars(Interval interval, Instant from, Instant to, Instant now) {
        advanceTo(now);
        int parts = Math.toIntExact(interval.millis() / GRAIN.millis());
        List<Bar> bars = new ArrayList<>();
        Instant open = max(interval.ceiling(from), interval.ceiling(timeOf(recent.first())));
        while (open.isBefore(to) && numberOf(open) + parts <= recent.end()) {
            bars.add(assemble(numberOf(open), parts));
            open = open.plus(interval.duration());
        }
        return bars;
    }

    /// The open interest as of the last bar that has ended by `now`; empty before the first one has.
    synchronized Optional<OpenInterest> openInterest(Instant now) {
        advanceTo(now);
        long last = recent.end() - 1;
        if (last < 0) {
            return Optional.empty();
        }
        Double coins = recent.get(last, timeOf(last)).openInterest();
        return Optional.ofNullable(coins).map(known -> new OpenInterest(timeOf(last + 1), known));
    }

    /// US dollars at the last price; empty before the market has opened.
    synchronized Optional<Double> openInterestUsd(Instant now) {
        return openInterest(now).map(open -> {
            long last = recent.end() - 1;
            return open.coins() * recent.get(last, timeOf(last)).price().close();
        });
    }

    synchronized MarginSchedule marginSchedule() {
        return market().marginSchedule();
    }

    private void advanceTo(Instant now) {
        SimulatedMarket running = market();
        while (!running.time().plus(GRAIN.duration()).isAfter(now)) {
            recent.add(running.advance());
        }
    }

    private SimulatedMarket market() {
        if (market == null) {
            market = opening.get();
        }
        return market;
    }

    private Bar assemble(long first, int parts) {
        List<Bar> bars = new ArrayList<>(parts);
        for (long i = first; i < first + parts; i++) {
            bars.add(recent.get(i, timeOf(i)));
        }
        return BarAggregate.of(bars);
    }

    private Instant timeOf(long bar) {
        return origin.plus(GRAIN.duration().multipliedBy(bar));
    }

    private long numberOf(Instant open) {
        return Duration.between(origin, open).dividedBy(GRAIN.duration());
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
