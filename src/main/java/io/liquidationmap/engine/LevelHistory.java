package io.liquidationmap.engine;

import io.liquidationmap.market.Range;
import java.time.Instant;
import java.util.List;

/// What a book recorded, bar by bar, up to the moment it was asked. Immutable and safe for any number of threads.
///
/// A map as of a past bar uses nothing later than that bar: it is the map that could have been drawn then. Drawing one
/// takes time in proportion to the number of bars whose positions can still matter, times the number of cohorts.
public final class LevelHistory {

    private final FlowTable flows;
    private final CohortTable cohorts;

    LevelHistory(FlowTable flows, CohortTable cohorts) {
        this.flows = flows;
        this.cohorts = cohorts;
    }

    /// The same without the bars that ended at or before an instant, which takes less memory. Only what is drawn from the
    /// levels of a range that begins then or later can be asked of it.
    public LevelHistory since(Instant from) {
        return new LevelHistory(flows.since(from.toEpochMilli()), cohorts);
    }

    /// Whether no bar with a known open interest has been seen yet, so that there is no map at all.
    public boolean isEmpty() {
        return flows.size() == flows.first();
    }

    /// End of the first bar a map can be drawn as of.
    ///
    /// @throws IllegalStateException if the history is empty
    public Instant from() {
        requireNotEmpty();
        return closeTime(flows.first());
    }

    /// End of the last bar.
    ///
    /// @throws IllegalStateException if the history is empty
    public Instant to() {
        requireNotEmpty();
        return closeTime(flows.size() - 1);
    }

    /// The map as of the last bar.
    ///
    /// @param range how far back from the end of that bar its positions were opened
    /// @throws IllegalStateException if the history is empty
    public LevelMap latest(Range range) {
        requireNotEmpty();
        return map(flows.size() - 1, range);
    }

    /// The map as of the last bar that has ended at or before `asOf`.
    ///
    /// @param range how far back from the end of that bar its positions were opened
    /// @throws IllegalArgumentException if no bar had ended by then, or some are forgotten
    public LevelMap at(Instant asOf, Range range) {
        return map(flows.requireRowAt(asOf), range);
    }

    /// The same from groundwork that was kept, in next to no time.
    ///
    /// @param groundwork of the day and the range, from a history of the same bars
    /// @throws IllegalArgumentException if it is of another day or range, no bar had ended by then, or some are forgotten
    public LevelMap at(Instant asOf, Range range, Groundwork groundwork) {
        int row = flows.requireRowAt(asOf);
        if (!groundwork.isFor(flows.closeTimeMs(row), range)) {
            throw new IllegalArgumentException("the groundwork is for other maps");
        }
        return scan(row, range).map(groundwork);
    }

    /// What the maps of a day have in common.
    ///
    /// @param begin of the day ([Groundwork#beginOfDay(Instant)])
    /// @param range how far back from the end of each map's last bar its positions were opened
    /// @throws IllegalArgumentException if no bar had ended by then, or some are forgotten
    public Groundwork groundwork(Instant begin, Range range) {
        flows.requireRowAt(begin);
        requireAll();
        return new Groundwork(flows, cohorts, begin.toEpochMilli(), range);
    }

    /// The levels of [#at(Instant, Range)] alone, for moment after moment.
    ///
    /// @param range how far back from the end of each bar the positions were opened
    public LevelWalk walk(Range range) {
        return new LevelWalk(flows, cohorts, range);
    }

    /// The levels of many moments, each of which is the [#walk(Range)]'s of that moment in the buckets of one
    /// window. It walks over the bars once, so it takes time in proportion to the bars from the beginning of the first
    /// moment's range to the last moment, plus the moments times the bins in the window.
    ///
    /// @param columns at least one, ascending by time
    /// @param range how far back from each moment the positions were opened
    /// @throws IllegalArgumentException if no bar had ended by the first moment
    public Heatmap heatmap(List<Heatmap.Column> columns, PriceWindow window, Range range) {
        int[] rows = columns.stream()
                .mapToInt(column -> flows.requireRowAt(column.asOf()))
                .toArray();
        return new HeatmapScan(flows, cohorts, window, columns, rows).draw(range);
    }

    /// What became of the levels between two moments, of which the second has the levels of [#at(Instant, Range)]: the
    /// same positions, those opened in the range before it, are followed from the first moment on. What an instant
    /// before the history knew is nothing.
    ///
    /// @param from not before the beginning of the range
    /// @param to after it
    /// @param range how far back from `to` the positions were opened
    /// @throws IllegalArgumentException if no bar had ended by `to`, or `from` does not lie in the range before it
    public LevelChanges changes(Instant from, Instant to, Range range) {
        if (from.isAfter(to) || from.isBefore(range.before(to))) {
            throw new IllegalArgumentException("changes begin in the range before their end");
        }
        int last = flows.requireRowAt(to);
        return LevelChanges.of(
                flows, cohorts, flows.firstInRange(last, range), flows.lastRowAt(from.toEpochMilli()), last);
    }

    /// Whether, at `asOf`, the book had run for less than 40 days.
    ///
    /// @throws IllegalArgumentException if no bar had ended by then
    public boolean isWarmingUp(Instant asOf) {
        return flows.isWarmingUp(flows.requireRowAt(asOf));
    }

    /// Whether, at `asOf`, open interest was or had been, within the last 40 days, unknown for more than 24 hours on
    /// end.
    ///
    /// @throws IllegalArgumentException if no bar had ended by then
    public boolean isDegraded(Instant asOf) {
        return flows.isDegraded(flows.requireRowAt(asOf));
    }

    private LevelMap map(int row, Range range) {
        long beginMs = Groundwork.beginMs(flows.closeTimeMs(row));
        BackwardScan scan = scan(row, range);
        return flows.lastRowAt(beginMs) < flows.first()
                ? scan.map()
                : scan.map(new Groundwork(flows, cohorts, beginMs, range));
    }

    private BackwardScan scan(int row, Range range) {
        requireAll();
        return new BackwardScan(flows, cohorts, row, flows.firstInRange(row, range));
    }

    private void requireAll() {
        if (flows.isForgetful()) {
            throw new IllegalArgumentException("a map needs the bars that are forgotten");
        }
    }

    private Instant closeTime(int row) {
        return Instant.ofEpochMilli(flows.closeTimeMs(row));
    }

    private void requireNotEmpty() {
        if (isEmpty()) {
            throw new IllegalStateException("no bar with a known open interest has been seen yet");
        }
    }
}
