package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The conserved model as one would first write it down: a list of positions, each with its level and its quantity,
/// all of which are touched in every bar, replayed from the first bar for every map. Far too slow to serve, and slow
/// enough to be read: the oracle of [PositionBook].
final class ReferenceModel implements MapSource {

    @Override
    public LevelMap map(ModelParameters parameters, BarSeries bars, int last, Range range) {
        Replay replay = new Replay(parameters, bars);
        for (int i = 0; i <= last; i++) {
            replay.take(i);
        }
        return replay.map(last, range);
    }

    /// A bin's share of what one bar opened on one side in one cohort; cohort −1 has no level.
    private static final class Position {
        final Side side;
        final int cohort;
        final int bin;
        final int openedIn;
        double quantity;

        Position(Side side, int cohort, int bin, int openedIn, double quantity) {
            this.side = side;
            this.cohort = cohort;
            this.bin = bin;
            this.openedIn = openedIn;
            this.quantity = quantity;
        }
    }

    private static final class Replay {
        private static final int UNLEVERED = -1;
        private static final int BEFORE_HISTORY = -1;
        private static final double DAY_MS = 86_400_000;

        private final ModelParameters parameters;
        private final BarSeries bars;
        private final double step;
        private List<Position> positions = new ArrayList<>();
        private List<Integer> unbalanced = new ArrayList<>();
        private int balancedAt = -1;
        private double openInterest;
        private long beganMs;
        private final List<Long> gapEndsMs = new ArrayList<>();
        private double sweptLong;
        private double sweptShort;

        Replay(ModelParameters parameters, BarSeries bars) {
            this.parameters = parameters;
            this.bars = bars;
            step = parameters.gridStep();
        }

        void take(int i) {
            double sample = conserved(bars.openInterest(i), bars.close(i));
            if (balancedAt < 0) {
                if (!Double.isNaN(sample)) {
                    begin(i, sample);
                }
                return;
            }
            sweep(i);
            unbalanced.add(i);
            if (Double.isNaN(sample)) {
                return;
            }
            long gapMs = bars.openTimeMs(i) - bars.closeTimeMs(balancedAt);
            boolean tooLong = gapMs > Duration.ofDays(7).toMillis();
            if (!tooLong && Math.abs(sample - openInterest) > traded() + 1e-9 * openInterest) {
                return;
            }
            if (gapMs > Duration.ofHours(24).toMillis()) {
                gapEndsMs.add(bars.closeTimeMs(i));
            }
            if (tooLong || (sample == 0 && openInterest > 0)) {
                begin(i, sample);
                return;
            }
            churn(activeDays());
            balanceAndOpen(i, sample);
            balanced(i, sample);
        }

        private void begin(int i, double sample) {
            positions = new ArrayList<>();
            for (Side side : Side.values()) {
                positions.add(new Position(side, UNLEVERED, 0, BEFORE_HISTORY, sample));
            }
            beganMs = bars.closeTimeMs(i);
            balanced(i, sample);
        }

        private void balanced(int i, double sample) {
            balancedAt = i;
            openInterest = sample;
            unbalanced = new ArrayList<>();
            sweptLong = 0;
            sweptShort = 0;
        }

        private void sweep(int i) {
            List<Position> left = new ArrayList<>();
            for (Position position : positions) {
                double level = Math.exp(position.bin * step);
                boolean reached = position.side == Side.LONG ? level >= bars.low(i) : level <= bars.high(i);
                if (position.cohort == UNLEVERED || !reached) {
                    left.add(position);
                } else if (position.side == Side.LONG) {
                    sweptLong += position.quantity;
                } else {
                    sweptShort += position.quantity;
                }
            }
            positions = left;
        }

        private void churn(double days) {
            for (Position position : positions) {
                double life = position.cohort == UNLEVERED
                        ? parameters.unleveredLifetimeDays()
                        : parameters.cohorts().get(position.cohort).lifetimeDays();
                position.quantity *= Math.exp(-parameters.churnMultiplier() * days / life);
            }
        }

        private void balanceAndOpen(int i, double sample) {
            for (Side side : Side.values()) {
                double total = positions.stream()
                        .filter(position -> position.side == side)
                        .mapToDouble(position -> position.quantity)
                        .sum();
                if (sample >= total) {
                    open(i, side, sample - total);
                } else {
                    positions.stream()
                            .filter(position -> position.side == side)
                            .forEach(position -> position.quantity *= sample / total);
                }
            }
        }

        private void open(int i, Side side, double quantity) {
            double[] flow = parameters.flowShares(side);
            double usualShare = 0;
            for (double share : flow) {
                usualShare += share;
            }
            double levered = quantity * Math.min(0.98, tilt(i, side) * usualShare);
            positions.add(new Position(side, UNLEVERED, 0, i, quantity - levered));
            double middle = averagePrice();
            double low = Math.sqrt(lowest() * middle);
            double high = Math.sqrt(highest() * middle);
            EntrySpread spread = parameters.entrySpread();
            for (int k = 0; k < flow.length; k++) {
                double opened = levered * flow[k] / usualShare;
                double factor = parameters.cohorts().get(k).levelFactor(side);
                place(i, side, k, low * factor, opened * spread.low());
                place(i, side, k, middle * factor, opened * spread.middle());
                place(i, side, k, high * factor, opened * spread.high());
            }
        }

        private void place(int i, Side side, int cohort, double level, double quantity) {
            double position = Math.log(level) / step;
            int bin = (int) Math.floor(position);
            double upperPart = position - bin;
            positions.add(new Position(side, cohort, bin, i, quantity * (1 - upperPart)));
            positions.add(new Position(side, cohort, bin + 1, i, quantity * upperPart));
        }

        private double tilt(int i, Side side) {
            double takerBuy = 0;
            double volume = 0;
            for (int j : unbalanced) {
                takerBuy += conserved(bars.takerBuyVolume(j), tradePrice(j));
                volume += conserved(bars.volume(j), tradePrice(j));
            }
            double taker = volume > 0 ? 4 * (takerBuy / volume - 0.5) : 0;
            double accounts = 0.5 * Math.log(bars.longShortRatio(i));
            if (Double.isNaN(taker) || isTimeMissing()) {
                taker = 0;
            }
            if (Double.isNaN(accounts)) {
                accounts = 0;
            }
            double x = parameters.tiltExponent() * (taker + accounts);
            double clipped = Math.max(-1.5, Math.min(1.5, x));
            return side == Side.LONG ? 2 * Math.exp(clipped) / (1 + Math.exp(clipped)) : 2 / (1 + Math.exp(clipped));
        }

        /// What was traded since open interest was last known; infinite where that is unknown.
        private double traded() {
            double traded = 0;
            for (int j : unbalanced) {
                traded += conserved(bars.volume(j), tradePrice(j));
            }
            return Double.isNaN(traded) || isTimeMissing() ? Double.POSITIVE_INFINITY : traded;
        }

        private boolean isTimeMissing() {
            return missingMs() > 0;
        }

        private long missingMs() {
            long elapsed = bars.closeTimeMs(unbalanced.getLast()) - bars.closeTimeMs(balancedAt);
            return elapsed - unbalanced.size() * bars.interval().millis();
        }

        private double activeDays() {
            double days = missingMs() / DAY_MS;
            for (int j : unbalanced) {
                days += activity(j) * bars.interval().millis() / DAY_MS;
            }
            return days;
        }

        private double activity(int i) {
            double volume = conserved(bars.volume(i), tradePrice(i));
            if (Double.isNaN(volume)) {
                return 1;
            }
            if (volume == 0) {
                return 0;
            }
            double sum = 0;
            int count = 0;
            for (int j = 0; j <= i; j++) {
                double known = conserved(bars.volume(j), tradePrice(j));
                boolean inWindow = bars.closeTimeMs(j)
                        > bars.closeTimeMs(i)
                                - parameters.activity().meanWindow().toMillis();
                if (inWindow && !Double.isNaN(known)) {
                    sum += known;
                    count++;
                }
            }
            double activity = volume / (sum / count);
            return Math.max(
                    parameters.activity().minimum(),
                    Math.min(parameters.activity().maximum(), activity));
        }

        /// The geometric mean of the bars' average prices, weighted by activity.
        private double averagePrice() {
            double weight = 0;
            double weighted = 0;
            for (int j : unbalanced) {
                weight += activity(j);
                weighted += activity(j) * Math.log(clamped(j));
            }
            return weight > 0 ? Math.exp(weighted / weight) : clamped(unbalanced.getLast());
        }

        private double clamped(int j) {
            return Math.max(bars.low(j), Math.min(bars.high(j), tradePrice(j)));
        }

        private double tradePrice(int j) {
            return Double.isNaN(bars.vwap(j)) ? Math.cbrt(bars.low(j) * bars.high(j) * bars.close(j)) : bars.vwap(j);
        }

        private double lowest() {
            return unbalanced.stream().mapToDouble(bars::low).min().orElseThrow();
        }

        private double highest() {
            return unbalanced.stream().mapToDouble(bars::high).max().orElseThrow();
        }

        private double conserved(double coins, double price) {
            return parameters.contract() == ContractType.LINEAR ? coins : coins * price;
        }

        LevelMap map(int last, Range range) {
            long asOfMs = bars.closeTimeMs(last);
            long forgottenMs = asOfMs - Duration.ofDays(40).toMillis();
            boolean gapRemembered = gapEndsMs.stream().anyMatch(end -> end > forgottenMs);
            boolean gapNow =
                    asOfMs - bars.closeTimeMs(balancedAt) > Duration.ofHours(24).toMillis();
            return new LevelMap(
                    Instant.ofEpochMilli(asOfMs),
                    bars.close(last),
                    parameters.contract(),
                    parameters.cohorts().stream().map(Cohort::label).toList(),
                    levels(Side.LONG, last, range),
                    levels(Side.SHORT, last, range),
                    bars.closeTime(balancedAt),
                    beganMs > forgottenMs,
                    gapRemembered || gapNow);
        }

        private SideLevels levels(Side side, int last, Range range) {
            double closeBin = Math.log(bars.close(last)) / step;
            int nearest = side == Side.LONG ? (int) Math.ceil(closeBin) - 1 : (int) Math.floor(closeBin) + 1;
            long rangeBegan = bars.closeTimeMs(last) - range.duration().toMillis();
            double[][] quantities = new double[parameters.cohorts().size()][4000];
            double unlevered = 0;
            double before = 0;
            for (Position position : positions) {
                if (position.side != side) {
                    continue;
                }
                boolean inRange =
                        position.openedIn != BEFORE_HISTORY && bars.closeTimeMs(position.openedIn) > rangeBegan;
                int outwards = side.sign() * (nearest - position.bin);
                if (!inRange) {
                    before += position.quantity;
                } else if (position.cohort == UNLEVERED) {
                    unlevered += position.quantity;
                } else if (outwards >= 0) {
                    quantities[position.cohort][outwards] += position.quantity;
                } else {
                    // Its own bar's close has passed the level, so it was opened near the close.
                    double factor = parameters.cohorts().get(position.cohort).levelFactor(side);
                    double level = Math.log(bars.close(last) * factor) / step;
                    int bin = (int) Math.floor(level);
                    double upperPart = position.quantity * (level - bin);
                    int lowerAt = Math.max(0, side.sign() * (nearest - bin));
                    int upperAt = Math.max(0, side.sign() * (nearest - bin - 1));
                    quantities[position.cohort][lowerAt] += position.quantity - upperPart;
                    quantities[position.cohort][upperAt] += upperPart;
                }
            }
            return new SideLevels(
                    side,
                    new LogGrid(step),
                    side.sign() * nearest,
                    quantities,
                    unlevered,
                    before,
                    side == Side.LONG ? sweptLong : sweptShort,
                    openInterest);
        }
    }
}
