package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.engine.context.Crowdedness;
import io.liquidationmap.maps.ImbalanceView;
import io.liquidationmap.maps.ImbalanceView.InContext;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An imbalance out to one distance, and how unusual that is. At the ends of the window there is no context: how much
/// lies there is hardly knowable, and its ratio not to be read like the others.
record ImbalanceInContext(
        @JsonUnwrapped ImbalanceEntry imbalance,

        @Schema(
                description = "Where the ratio stands among those of the same market at the midnights (UTC) of the last"
                        + " 180 and 730 days; null at the ends of the window.")
        @Nullable List<StandingEntry> standing,

        @Schema(
                description = "What it may be called; null where something that decides it is unknown, in the opened"
                        + " model and at the ends of the window.",
                allowableValues = {
                    "crowded-shorts",
                    "extremely-crowded-shorts",
                    "crowded-longs",
                    "extremely-crowded-longs",
                    "balanced-within-error",
                    "neutral"
                })
        @Nullable String label,

        @Schema(
                description =
                        "What must hold for it to be called crowded, on the side the ratio points to, and whether it"
                                + " does; null where there is nothing to judge.")
        @Nullable List<ConditionEntry> conditions,

        @Schema(
                description = "What would really be force-closed, against what is traded on an average day, and against"
                        + " what it takes to move price so far. Null where either is unknown.")
        @Nullable SqueezeFuel squeezeFuel) {

    static final List<String> COLUMNS = Stream.of(StandingEntry.COLUMNS, List.of("label"), SqueezeFuel.COLUMNS)
            .flatMap(List::stream)
            .toList();

    /// @param view the answer it is part of
    static ImbalanceInContext of(InContext context, ImbalanceView view) {
        ImbalanceEntry imbalance = ImbalanceEntry.of(context.at());
        Crowdedness crowdedness = context.crowdedness();
        return new ImbalanceInContext(
                imbalance,
                context.standings().stream().map(StandingEntry::of).toList(),
                crowdedness == null || crowdedness.label() == null ? null : kebab(crowdedness.label()),
                crowdedness == null
                        ? null
                        : crowdedness.conditions().stream()
                                .map(ConditionEntry::of)
                                .toList(),
                SqueezeFuel.of(imbalance, view));
    }

    /// Without any context.
    static ImbalanceInContext alone(ImbalanceEntry imbalance) {
        return new ImbalanceInContext(imbalance, null, null, null, null);
    }

    /// The cells under [#COLUMNS].
    List<@Nullable Object> cells() {
        List<@Nullable Object> cells = StandingEntry.cells(standing == null ? List.of() : standing);
        cells.add(label);
        cells.addAll(SqueezeFuel.cells(squeezeFuel));
        return cells;
    }

    /// What a constant is called in answers.
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
