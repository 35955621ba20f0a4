package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tabular;
import io.swagger.v3.oas.annotations.media.Schema;

/// How wrong the maps have been.
record AccuracyAnswer(
        @Schema(description = "Against the known positions of simulated markets; real markets may be harder.")
        SimulatedScores simulated)
        implements Tabular {

    static AccuracyAnswer of(Scoreboard simulated) {
        return new AccuracyAnswer(SimulatedScores.of(simulated));
    }

    @Override
    public Table table() {
        return ScoreTable.of(simulated);
    }
}
