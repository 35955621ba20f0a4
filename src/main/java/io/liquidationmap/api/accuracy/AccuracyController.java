package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.SimulatedAccuracy;
import io.liquidationmap.api.representation.PlainRequest;
import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How wrong the maps have been.
@Controller
@Tag(name = "Accuracy", description = "How wrong the maps have been.")
class AccuracyController {

    private final SimulatedAccuracy simulated;
    private final Replies replies;

    AccuracyController(SimulatedAccuracy simulated, Replies replies) {
        this.simulated = simulated;
        this.replies = replies;
    }

    @GetMapping("/api/accuracy")
    @Operation(
            summary = "The scoreboard",
            description = "How far the maps of several methods were from positions that are known: those of simulated"
                    + " markets. As CSV, a row per method and kind of worlds.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccuracyAnswer.class)))
    Reply accuracy(PlainRequest request) {
        return replies.ofTheMoment(request.format(), AccuracyAnswer.of(simulated.scoreboard()));
    }
}
