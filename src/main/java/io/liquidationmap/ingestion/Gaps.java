package io.liquidationmap.ingestion;

import io.liquidationmap.history.BarHistory.Gap;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Gaps less other gaps. All lists ascend and do not overlap.
final class Gaps {

    private Gaps() {}

    /// What of `gaps` lies in none of `others`.
    static List<Gap> without(List<Gap> gaps, List<Gap> others) {
        List<Gap> rest = new ArrayList<>();
        for (Gap gap : gaps) {
            Instant from = gap.from();
            for (Gap other : others) {
                if (other.to().isAfter(from) && other.from().isBefore(gap.to())) {
                    if (other.from().isAfter(from)) {
                        rest.add(new Gap(from, other.from()));
                    }
                    from = other.to();
                }
            }
            if (from.isBefore(gap.to())) {
                rest.add(new Gap(from, gap.to()));
            }
        }
        return rest;
    }

    /// The part of each gap that ends by `end`.
    static List<Gap> before(Instant end, List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.from().isBefore(end))
                .map(gap -> gap.to().isAfter(end) ? new Gap(gap.from(), end) : gap)
                .toList();
    }

    /// How many bars of `gap` lie in `gaps`.
    static long barsIn(Gap gap, List<Gap> gaps, Interval interval) {
        return gaps.stream()
                .mapToLong(other -> {
                    Instant from = other.from().isAfter(gap.from()) ? other.from() : gap.from();
                    Instant to = other.to().isBefore(gap.to()) ? other.to() : gap.to();
                    return from.isBefore(to) ? interval.barsBetween(from, to) : 0;
                })
                .sum();
    }
}
