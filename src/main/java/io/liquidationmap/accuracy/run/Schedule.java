package io.liquidationmap.accuracy.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// When maps are measured in the life of a simulated market.
///
/// @param days length of the history
/// @param firstKnownDay from when on bounds know positions
/// @param firstSnapshotDay the day of the first map that is measured
/// @param everyDays days from one snapshot to the next, known or measured; days are counted from 1, and a snapshot is
///     taken at the end of a day that this divides
public record Schedule(int days, int firstKnownDay, int firstSnapshotDay, int everyDays) {

    /// What the published scores are of.
    public static final Schedule STANDARD = new Schedule(400, 60, 220, 5);

    /// When every market begins.
    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    public Schedule {
        if (!(firstKnownDay > 0 && firstSnapshotDay > firstKnownDay && days >= firstSnapshotDay && everyDays > 0)) {
            throw new IllegalArgumentException("a schedule needs 0 < first known < first snapshot <= days");
        }
    }

    /// The moments of the maps that are measured.
    List<Instant> measured() {
        return from(firstSnapshotDay);
    }

    /// The moments of which positions are known, the measured ones among them.
    List<Instant> known() {
        return from(firstKnownDay);
    }

    private List<Instant> from(int day) {
        return IntStream.rangeClosed(day, days)
                .filter(each -> each % everyDays == 0)
                .mapToObj(each -> START.plus(Duration.ofDays(each)))
                .toList();
    }
}
