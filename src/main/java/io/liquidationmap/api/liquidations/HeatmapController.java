package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.HeatmapReading;
import io.liquidationmap.maps.Heatmaps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What would have been liquidated where, over time.
@Controller
@Tag(name = "Liquidations")
class HeatmapController {

    private final Heatmaps heatmaps;
    private final Replies replies;

    HeatmapController(Heatmaps heatmaps, Replies replies) {
        this.heatmaps = heatmaps;
        this.replies = replies;
    }

    @GetMapping("/api/liquidations/heatmap")
    @Operation(
            summary = "The liquidation map over time",
            description =
                    "Time × price: at each of many times the map as it could have been known then, all on the price"
                            + " axis around the price at asOf. Range is the time shown; the positions counted at each time are those"
                            + " opened within as much time before it. Amounts are whole dollars at the price of their time; cells of"
                            + " zero are left out.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HeatmapAnswer.class)))
    Reply heatmap(HeatmapRequest request) {
        HeatmapReading reading = heatmaps.open(request.heatmap());
        Instant asOf = request.heatmap().market().asOf();
        return replies.about(reading.market(), request, request.rendition(), asOf, () -> HeatmapAnswer.of(reading));
    }
}
