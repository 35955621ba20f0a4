package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.LadderReading;
import io.liquidationmap.maps.Ladders;
import io.liquidationmap.maps.LiquidationMaps;
import io.liquidationmap.maps.MarketSnapshot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What would follow from an assumption.
@Controller
@Tag(name = "Scenarios", description = "What would follow from an assumption; neither a forecast nor advice.")
class ScenarioController {

    private final LiquidationMaps maps;
    private final Ladders ladders;
    private final Replies replies;

    ScenarioController(LiquidationMaps maps, Ladders ladders, Replies replies) {
        this.maps = maps;
        this.ladders = ladders;
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
        Instant asOf = request.market().asOf();
        return replies.about(
                snapshot.market(), request, request.rendition(), asOf, () -> CascadeAnswer.of(snapshot, request));
    }

    @GetMapping("/api/ladder")
    @Operation(
            summary = "Scaling into a position by zones",
            description =
                    "Zones of price below the current one (or above it, for shorts), cut at the map's clusters, with"
                            + " a growing part of the capital for each, and the highest leverage with which none of it is"
                            + " liquidated before the last zone is passed. Not advice.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LadderAnswer.class)))
    Reply ladder(LadderRequest request) {
        LadderReading reading = ladders.open(request.market());
        Instant asOf = request.market().asOf();
        return replies.about(
                reading.market(), request, request.rendition(), asOf, () -> LadderAnswer.of(reading, request));
    }
}
