package io.liquidationmap.maps;

import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.history.LiquidationLog.StepSum;
import io.liquidationmap.maps.Realised.Source;
import io.liquidationmap.maps.Realised.Stretch;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known of one instrument's liquidations, step by step. A step that was listened to as a whole is answered
/// from the events; else from the bars if they cover it; else from the events of the part that was listened to.
final class InstrumentRecord {

    private final InstrumentId instrument;
    private final Interval step;
    private final Instant from;
    private final Cell[] cells;
    private final BitSet retired;

    private InstrumentRecord(InstrumentId instrument, Interval step, Instant from, Cell[] cells, BitSet retired) {
        this.instrument = instrument;
        this.step = step;
        this.from = from;
        this.cells = cells;
        this.retired = retired;
    }

    /// Puts the sources together.
    ///
    /// @param from beginning of the first step
    /// @param steps how many
    static InstrumentRecord of(InstrumentId instrument, Interval step, Instant from, int steps, Sources sources) {
        Cell[] heard = heard(step, from, steps, sources.coverage(), sources.sums());
        Cell[] stated = stated(step, from, sources.bars(), sources.declared(), heard);
        Cell[] cells = new Cell[steps];
        for (int i = 0; i < steps; i++) {
            boolean statedWhole = stated[i].covered == 1;
            cells[i] = heard[i].covered < 1 && statedWhole ? stated[i] : heard[i];
        }
        return new InstrumentRecord(instrument, step, from, cells, sources.retired());
    }

    /// What is stored of an instrument.
    ///
    /// @param coverage when was listened, ascending
    /// @param sums of the events
    /// @param bars whose length divides the step
    /// @param declared how much the figures in the bars show; null where nobody has said so
    /// @param retired the steps in which the instrument was not followed at all
    record Sources(
            List<Coverage> coverage,
            List<StepSum> sums,
            BarSeries bars,
            @Nullable Completeness declared,
            BitSet retired) {

        /// Names all of it.
        String input() {
            return Stream.concat(coverage.stream(), sums.stream())
                            .map(Record::toString)
                            .collect(Collectors.joining("\n"))
                    + "\n" + Long.toHexString(InputDigest.ofLiquidations(bars)) + " " + declared + " " + retired;
        }
    }

    InstrumentId instrument() {
        return instrument;
    }

    Cell cell(int index) {
        return cells[index];
    }

    /// Whether there is something to know of a step: not if the instrument was not followed and nothing is known.
    boolean counts(int index) {
        return cells[index].isKnown() || !retired.get(index);
    }

    /// The lowest completeness of all that is known.
    Completeness completeness() {
        Completeness lowest = Completeness.NONE;
        for (Cell cell : cells) {
            if (cell.completeness != Completeness.NONE && lowest != Completeness.THROTTLED) {
                lowest = cell.completeness;
            }
        }
        return lowest;
    }

    /// The stretches of which nothing is known.
    List<Stretch> gaps() {
        List<Stretch> gaps = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            Instant begin = from.plus(step.duration().multipliedBy(i));
            for (Stretch gap : cells[i].gaps(begin, begin.plus(step.duration()))) {
                boolean goesOn = !gaps.isEmpty() && gaps.getLast().to().equals(gap.from());
                gaps.add(goesOn ? new Stretch(gaps.removeLast().from(), gap.to()) : gap);
            }
        }
        return gaps;
    }

    private static Cell[] heard(Interval step, Instant from, int steps, List<Coverage> coverage, List<StepSum> sums) {
        double[][] usd = new double[steps][2];
        long[][] events = new long[steps][2];
        for (StepSum sum : sums) {
            int index = index(step, from, sum.from());
            usd[index][column(sum.side())] = sum.usd();
            events[index][column(sum.side())] = sum.events();
        }
        Cell[] cells = new Cell[steps];
        int next = 0;
        for (int i = 0; i < steps; i++) {
            Instant begin = from.plus(step.duration().multipliedBy(i));
            Instant end = begin.plus(step.duration());
            while (next < coverage.size() && !coverage.get(next).to().isAfter(begin)) {
                next++;
            }
            List<Coverage> within = new ArrayList<>();
            for (int j = next; j < coverage.size() && coverage.get(j).from().isBefore(end); j++) {
                within.add(coverage.get(j));
            }
            cells[i] = within.isEmpty() ? Cell.UNKNOWN : Cell.heard(begin, end, within, usd[i], events[i]);
        }
        return cells;
    }

    private static Cell[] stated(
            Interval step, Instant from, BarSeries bars, @Nullable Completeness declared, Cell[] heard) {
        int steps = heard.length;
        double[][] usd = new double[steps][2];
        int[] known = new int[steps];
        for (int i = 0; i < bars.size(); i++) {
            double longUsd = bars.liquidatedLongUsd(i);
            double shortUsd = bars.liquidatedShortUsd(i);
            int index = index(step, from, Instant.ofEpochMilli(bars.openTimeMs(i)));
            if (!Double.isNaN(longUsd) && !Double.isNaN(shortUsd)) {
                usd[index][0] += longUsd;
                usd[index][1] += shortUsd;
                known[index]++;
            }
        }
        long needed = step.millis() / bars.interval().millis();
        Cell[] cells = new Cell[steps];
        for (int i = 0; i < steps; i++) {
            cells[i] = known[i] == needed ? Cell.stated(usd[i], lowest(declared, heard[i].completeness)) : Cell.UNKNOWN;
        }
        return cells;
    }

    /// Bars are completed from what was heard, so they show no more than that. What nobody vouches for may be a sample.
    private static Completeness lowest(@Nullable Completeness declared, Completeness heard) {
        if (heard == Completeness.NONE) {
            return declared == null ? Completeness.THROTTLED : declared;
        }
        return declared == null || heard.compareTo(declared) > 0 ? heard : declared;
    }

    private static int index(Interval step, Instant from, Instant time) {
        return Math.toIntExact(Duration.between(from, time).toMillis() / step.millis());
    }

    private static int column(Side side) {
        return side == Side.LONG ? 0 : 1;
    }

    /// One step.
    ///
    /// @param covered the share of the step that is known of
    record Cell(
            double longUsd,
            double shortUsd,
            long longEvents,
            long shortEvents,
            Completeness completeness,
            double covered,
            @Nullable Source source,
            List<Coverage> heard) {

        static final Cell UNKNOWN = new Cell(0, 0, 0, 0, Completeness.NONE, 0, null, List.of());

        static Cell heard(Instant begin, Instant end, List<Coverage> within, double[] usd, long[] events) {
            Duration covered = Duration.ZERO;
            boolean throttled = false;
            for (Coverage stretch : within) {
                Instant first = stretch.from().isAfter(begin) ? stretch.from() : begin;
                Instant last = stretch.to().isBefore(end) ? stretch.to() : end;
                covered = covered.plus(Duration.between(first, last));
                throttled |= stretch.completeness() == Completeness.THROTTLED;
            }
            return new Cell(
                    usd[0],
                    usd[1],
                    events[0],
                    events[1],
                    throttled ? Completeness.THROTTLED : Completeness.COMPLETE,
                    covered.toNanos() / (double) Duration.between(begin, end).toNanos(),
                    Source.EVENTS,
                    within);
        }

        static Cell stated(double[] usd, Completeness declared) {
            return new Cell(usd[0], usd[1], 0, 0, declared, 1, Source.BARS, List.of());
        }

        boolean isKnown() {
            return source != null;
        }

        double usd(Side side) {
            return side == Side.LONG ? longUsd : shortUsd;
        }

        long events(Side side) {
            return side == Side.LONG ? longEvents : shortEvents;
        }

        List<Stretch> gaps(Instant begin, Instant end) {
            if (source == Source.BARS) {
                return List.of();
            }
            List<Stretch> gaps = new ArrayList<>();
            Instant known = begin;
            for (Coverage stretch : heard) {
                if (stretch.from().isAfter(known)) {
                    gaps.add(new Stretch(known, stretch.from()));
                }
                known = stretch.to();
            }
            if (known.isBefore(end)) {
                gaps.add(new Stretch(known, end));
            }
            return gaps;
        }
    }
}
