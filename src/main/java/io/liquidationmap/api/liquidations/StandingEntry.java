package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.context.Standing;
import io.liquidationmap.maps.ImbalanceView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a ratio stands in its own past.
record StandingEntry(
        @Schema(example = "180", description = "How many days the window reaches back.")
        int windowDays,

        @Schema(description = "How many of them have a value to compare with.")
        int days,

        @Schema(description = "How many percent of them had a lower ratio; those with the same count half.") @Nullable Double percentile,

        @Schema(
                description = "Deviation of ln(ratio) from its median in robust standard deviations"
                        + " (1.4826 times the median absolute deviation); null where most days are the same.")
        @Nullable Double robustZ,

        @Schema(description = "The ratio that 10 % of the days were below.") @Nullable Double normalRatioLow,

        @Schema(description = "The ratio that 10 % of the days were above.") @Nullable Double normalRatioHigh,

        @Schema(description = "Why nothing is said; null where something is.") @Nullable String withheld) {

    static final List<String> COLUMNS = ImbalanceView.WINDOWS_DAYS.stream()
            .flatMap(window -> Stream.of("days_", "percentile_", "robust_z_", "normal_ratio_low_", "normal_ratio_high_")
                    .map(column -> column + window + "d"))
            .toList();

    /// The cells under [#COLUMNS], to be continued; those of windows that are not there are blank.
    static List<@Nullable Object> cells(List<StandingEntry> standing) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int window : ImbalanceView.WINDOWS_DAYS) {
            StandingEntry entry = standing.stream()
                    .filter(each -> each.windowDays == window)
                    .findFirst()
                    .orElse(null);
            cells.add(entry == null ? null : entry.days);
            cells.add(entry == null ? null : entry.percentile);
            cells.add(entry == null ? null : entry.robustZ);
            cells.add(entry == null ? null : entry.normalRatioLow);
            cells.add(entry == null ? null : entry.normalRatioHigh);
        }
        return cells;
    }

    static StandingEntry of(Standing standing) {
        Standing.Position position = standing.position();
        if (position == null) {
            return new StandingEntry(standing.windowDays(), standing.days(), null, null, null, null, reason(standing));
        }
        return new StandingEntry(
                standing.windowDays(),
                standing.days(),
                position.percentile(),
                position.robustZ().isPresent() ? position.robustZ().getAsDouble() : null,
                position.normalRatioLow(),
                position.normalRatioHigh(),
                null);
    }

    private static String reason(Standing standing) {
        return standing.days() < Standing.FEWEST_DAYS
                ? "needs " + Standing.FEWEST_DAYS + " days of history; there are " + standing.days()
                : "one side holds nothing, so there is no ratio to compare";
    }
}
