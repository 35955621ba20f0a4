package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The scores of one method.
record MethodEntry(
        @Schema(
                example = "conserved",
                description = "conserved and opened are models of the service, the others are for comparison.")
        String method,

        @Schema(description = "What it does.") String description,

        @Schema(description = "Cumulative amounts out to 2, 5, 10 and 20 %.")
        List<AmountScores> amounts,

        ShapeScores shape,

        @Schema(description = "Imbalance out to 5, 10 and 20 %.")
        List<ImbalanceScores> imbalance) {

    static MethodEntry of(MethodScores scores) {
        return new MethodEntry(
                scores.method(),
                scores.description(),
                AmountScores.of(scores),
                ShapeScores.of(scores),
                ImbalanceScores.of(scores));
    }
}
