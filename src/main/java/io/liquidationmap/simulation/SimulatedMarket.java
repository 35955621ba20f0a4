package io.liquidationmap.simulation;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A market of simulated traders. Advanced bar by bar, it publishes what an exchange publishes; the positions behind
/// it can be read at any time as a [TrueMap].
///
/// The same parameters, seed, start and step give bit-identical bars on every machine, however the market is advanced
/// and whenever it is looked at; at the same step, bars of a longer interval are the aggregates of those of a shorter
/// one. Every contract has a long and a short side, so open contracts never change by more than the volume. Not safe
/// for use by several threads.
public final class SimulatedMarket {

    // The market is not born empty: it has been trading for a while before its first bar.
    private static final long BURN_IN_MS = Duration.ofDays(45).toMillis();
    private static final long FUNDING_MS = Duration.ofHours(8).toMillis();
    private static final Duration FINE_STEP = Duration.ofMinutes(1);
    private static final Duration COARSE_STEP = Duration.ofMinutes(5);

    private final Interval interval;
    private final long stepMs;
    private final ContractTerms terms;
    private final TradingFloor floor;
    private final BarRecorder recorder;
    private long timeMs;

    private SimulatedMarket(ContractTerms terms, TradingFloor floor, Instant start, Interval interval, Duration step) {
        stepMs = step.toMillis();
        if (stepMs < 60_000 || Climate.QUARTER_MS % stepMs != 0 || interval.millis() % stepMs != 0) {
            throw new IllegalArgumentException("a step must divide a quarter of an hour and the interval");
        }
        if (!interval.isBoundary(start)) {
            throw new IllegalArgumentException("a market must start on a boundary of its interval");
        }
        this.interval = interval;
        this.terms = terms;
        this.floor = floor;
        recorder = new BarRecorder(terms);
        burnIn(start.toEpochMilli());
    }

    /// A market that moves in steps of one minute, or of five if its bars are of an hour or more.
    ///
    /// @param start open time of the first bar
    /// @param interval length of the bars
    /// @throws IllegalArgumentException if `start` is not a boundary of the interval
    public static SimulatedMarket of(WorldParameters parameters, long seed, Instant start, Interval interval) {
        return of(parameters, seed, start, interval, ordinaryStep(interval));
    }

    /// A market that moves in steps of a given length.
    ///
    /// @param start open time of the first bar, a boundary of the interval
    /// @param interval length of the bars, a multiple of the step
    /// @param step whole minutes that divide a quarter of an hour
    /// @throws IllegalArgumentException if start, interval or step is none of these
    public static SimulatedMarket of(
            WorldParameters parameters, long seed, Instant start, Interval interval, Duration step) {
        ContractTerms terms = terms(parameters);
        return new SimulatedMarket(terms, TradingFloor.leading(parameters, terms, seed), start, interval, step);
    }

    /// A second contract on the coin of another market, with traders of its own: arbitrage gives it the price of the
    /// other, which is simulated along with it.
    ///
    /// @param parameters of the second contract; its own price dynamics are not used
    /// @param seed of the second contract
    /// @param leader parameters of the market that makes the price
    /// @param leaderSeed seed of that market
    /// @param start open time of the first bar
    /// @param interval length of the bars
    /// @throws IllegalArgumentException if `start` is not a boundary of the interval
    public static SimulatedMarket following(
            WorldParameters parameters,
            long seed,
            WorldParameters leader,
            long leaderSeed,
            Instant start,
            Interval interval) {
        WorldParameters tied = parameters.priced(leader.price());
        ContractTerms terms = terms(tied);
        TradingFloor leaderFloor = TradingFloor.leading(leader, terms(leader), leaderSeed);
        TradingFloor floor = TradingFloor.following(tied, terms, seed, leaderFloor);
        return new SimulatedMarket(terms, floor, start, interval, ordinaryStep(interval));
    }

    /// The next bar.
    public Bar advance() {
        Instant openTime = time();
        long end = timeMs + interval.millis();
        recorder.begin(floor.mark());
        floor.liquidations().clear();
        while (timeMs < end) {
            if (timeMs % FUNDING_MS == 0) {
                recorder.funding(floor.fundingRate());
            }
            floor.step(timeMs, stepMs, recorder);
            timeMs += stepMs;
        }
        return recorder.finish(openTime, floor.book(), floor.liquidations());
    }

    /// The next bars, with the true maps at the ends of some of them.
    ///
    /// @param bars how many
    /// @param mapsAt ends of bars; others are ignored
    public Recording record(int bars, Set<Instant> mapsAt) {
        BarSeries.Builder series = BarSeries.builder(interval, bars);
        List<TrueMap> maps = new ArrayList<>();
        for (int i = 0; i < bars; i++) {
            series.add(advance());
            if (mapsAt.contains(time())) {
                maps.add(trueMap());
            }
        }
        return new Recording(series.build(), maps);
    }

    /// The end of the last bar and beginning of the next.
    public Instant time() {
        return Instant.ofEpochMilli(timeMs);
    }

    /// The venue's margin tiers, which are public.
    public MarginSchedule marginSchedule() {
        return terms.margin();
    }

    /// Every open position at present; looking changes nothing.
    public TrueMap trueMap() {
        PositionBook book = floor.book();
        double mark = floor.mark();
        List<TruePosition> positions = new ArrayList<>(book.count() + 1);
        for (int i = 0; i < book.count(); i++) {
            OpenPosition position = book.get(i);
            Double level = position.canBeLiquidated() ? position.liquidation : null;
            positions.add(new TruePosition(
                    position.sign > 0 ? Side.LONG : Side.SHORT,
                    terms.coins(position.lots, mark),
                    terms.usd(position.lots, mark),
                    position.entry,
                    level));
        }
        if (book.surplusLots() != 0) {
            positions.add(marketMakers(book.surplusLots(), mark));
        }
        return new TrueMap(time(), mark, terms.coins(book.openInterestLots(), mark), positions);
    }

    private TruePosition marketMakers(long traderSurplus, double mark) {
        long lots = Math.abs(traderSurplus);
        Side side = traderSurplus > 0 ? Side.SHORT : Side.LONG;
        return new TruePosition(side, terms.coins(lots, mark), terms.usd(lots, mark), mark, null);
    }

    private void burnIn(long startMs) {
        // Every market of one start goes through the same past, whatever its step.
        timeMs = Math.floorDiv(startMs - BURN_IN_MS, Climate.QUARTER_MS) * Climate.QUARTER_MS;
        recorder.begin(floor.mark());
        while (timeMs < startMs) {
            long step = Math.min(Climate.QUARTER_MS, startMs - timeMs);
            floor.step(timeMs, step, recorder);
            timeMs += step;
        }
    }

    private static ContractTerms terms(WorldParameters parameters) {
        return ContractTerms.of(parameters.contract(), parameters.price().anchor());
    }

    private static Duration ordinaryStep(Interval interval) {
        boolean coarse = interval.compareTo(Interval.ONE_HOUR) >= 0 && interval.millis() % COARSE_STEP.toMillis() == 0;
        return coarse ? COARSE_STEP : FINE_STEP;
    }
}
