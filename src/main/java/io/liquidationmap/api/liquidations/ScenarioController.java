package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MarketSnapshot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What would follow from an assumption.
@Controller
@Tag(name = "Scenarios", description = "What would follow from an assumption; neither a forecast nor advice.")
class ScenarioController {

    private final LiquidationMaps maps;
    private final Replies replies;

    ScenarioController(LiquidationMaps maps, Replies replies) {
        this.maps = maps;
        this.replies = replies;
    }

    @GetMapping("/api/cascade")
    @Operation(
            summary = "What a shock would set off",
            description =
                    "How much would be force-closed after a sudden move, how far that would drive price on, where it"
                            + " would come to rest, and where it would feed itself: with order books of usual depth, half and a"
                            + " tenth of it. A scenario, not a forecast.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CascadeAnswer.class)))
    Reply cascade(CascadeRequest request) {
        MarketSnapshot snapshot = maps.open(request.market());
        boolean past = request.market().asOf() != null;
        return replies.about(
                snapshot.market(), request, request.format(), past, () -> CascadeAnswer.of(snapshot, request));
    }
}
