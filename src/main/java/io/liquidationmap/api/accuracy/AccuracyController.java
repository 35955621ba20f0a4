package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.SimulatedAccuracy;
import io.liquidationmap.accuracy.forecast.LiveScores;
import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.ExactMaps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How wrong the maps have been.
@Controller
@Tag(name = "Accuracy", description = "How wrong the maps have been.")
class AccuracyController {

    private final SimulatedAccuracy simulated;
    private final LiveScores live;
    private final ExactMaps known;
    private final Replies replies;

    AccuracyController(SimulatedAccuracy simulated, LiveScores live, ExactMaps known, Replies replies) {
        this.simulated = simulated;
        this.live = live;
        this.known = known;
        this.replies = replies;
    }

    @GetMapping("/api/accuracy")
    @Operation(
            summary = "The scoreboard",
            description = "How far the maps of several methods were from positions that are known: those of simulated"
                    + " markets. And how well this service's maps ranked what was force-closed after them, with a"
                    + " result of none shown like any other. And how far they are from the positions of accounts that"
                    + " are public. As CSV, the column section says which: simulated has a row per method and kind of"
                    + " worlds, live one per instrument and length of buckets, known one per symbol; each is a"
                    + " table of its own, too.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccuracyAnswer.class)))
    Reply accuracy(AccuracyRequest request) {
        boolean past = request.past();
        return replies.upTo(
                request.asOf(),
                request.rendition(),
                past ? request.asOf() : null,
                AccuracyAnswer.of(
                        request.asOf(),
                        simulated.scoreboard(),
                        live.upTo(request.asOf()),
                        past ? List.of() : known.all()));
    }
}
