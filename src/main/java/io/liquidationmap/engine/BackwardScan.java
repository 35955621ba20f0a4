package io.liquidationmap.engine;

/// Draws the map as of one row of a [FlowTable], going back bar by bar: of what a bar opened, that much is left as its
/// cohort's survival since says, at the levels that no later bar has swept. The same numbers as a [PositionBook] holds
/// at that row, to rounding, but for any row and any range.
///
/// O(rows × cohorts) time, O(bins × cohorts) space. Of the rows, most are gone over but once for all maps of a day
/// ([Groundwork]).
final class BackwardScan {

    private final FlowTable flows;
    private final CohortTable cohorts;
    private final int last;
    private final int first;
    private final Survival survival;
    private final SideScan longs;
    private final SideScan shorts;

    /// @param last the row the map is drawn as of
    /// @param first the first row whose positions count as opened in the range
    BackwardScan(FlowTable flows, CohortTable cohorts, int last, int first) {
        this.flows = flows;
        this.cohorts = cohorts;
        this.last = last;
        this.first = first;
        survival = new Survival(flows, cohorts, last);
        longs = SideScan.shown(flows, cohorts, cohorts.longs(), last);
        shorts = SideScan.shown(flows, cohorts, cohorts.shorts(), last);
    }

    /// Over all rows.
    LevelMap map() {
        scan(last, flows.first());
        return drawn();
    }

    /// The same with what was gone over before.
    ///
    /// @param groundwork of the day and the range
    LevelMap map(Groundwork groundwork) {
        int base = groundwork.base();
        if (scan(last, base + 1) && survival.goBackTo(base)) {
            longs.add(base, groundwork.longs(), survival);
            shorts.add(base, groundwork.shorts(), survival);
            if (!groundwork.isComplete()) {
                scan(groundwork.held() - 1, groundwork.before());
            }
        }
        return drawn();
    }

    private LevelMap drawn() {
        return LevelMap.of(flows, cohorts, last, longs.levels(), shorts.levels());
    }

    /// @return whether anything before still matters
    private boolean scan(int from, int to) {
        for (int row = from; row >= to; row--) {
            if (!survival.goBackTo(row)) {
                return false;
            }
            longs.add(row, row >= first, survival);
            shorts.add(row, row >= first, survival);
            if (flows.isStart(row)) {
                return false;
            }
            longs.leave(row);
            shorts.leave(row);
        }
        return true;
    }
}
