package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.Scoreboard;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The scoreboard over simulated markets.
record SimulatedScores(
        @Schema(example = "conserved-1", description = "The parameters of the conserved model that was measured.")
        String modelVersion,

        @Schema(description = "What computes the scores again.")
        String command,

        @Schema(description = "History of each market, days.")
        int days,

        @Schema(example = "1h", description = "Length of the bars, unless a method says otherwise.")
        String barInterval,

        @Schema(description = "The day of the first map that was measured; what lies before is for learning.")
        int firstSnapshotDay,

        @Schema(description = "Days from one measured map to the next.")
        int snapshotEveryDays,

        @Schema(description = "By kind of worlds.") List<WorldsEntry> groups) {

    static SimulatedScores of(Scoreboard scoreboard) {
        return new SimulatedScores(
                scoreboard.modelVersion(),
                scoreboard.command(),
                scoreboard.days(),
                scoreboard.barInterval(),
                scoreboard.firstSnapshotDay(),
                scoreboard.snapshotEveryDays(),
                scoreboard.groups().stream().map(WorldsEntry::of).toList());
    }

    /// The scores in worlds of one kind.
    record WorldsEntry(
            @Schema(
                    description = "Hostile worlds are made hard to estimate.",
                    allowableValues = {"ordinary", "hostile"})
            String worlds,

            @Schema(description = "How many worlds the scores are over.")
            int worldCount,

            List<MethodEntry> methods) {

        static WorldsEntry of(Scoreboard.Group group) {
            return new WorldsEntry(
                    group.worlds(),
                    group.worldCount(),
                    group.methods().stream().map(MethodEntry::of).toList());
        }
    }
}
