package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.ImbalanceHistory;
import io.liquidationmap.maps.ImbalanceReading;
import io.liquidationmap.maps.Imbalances;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Shorts above against longs below, now and in the past.
@Controller
@Tag(name = "Imbalance", description = "Shorts above against longs below, now and in the past.")
class ImbalanceController {

    private final Imbalances imbalances;
    private final Replies replies;

    ImbalanceController(Imbalances imbalances, Replies replies) {
        this.imbalances = imbalances;
        this.replies = replies;
    }

    @GetMapping("/api/imbalance")
    @Operation(
            summary = "Shorts above against longs below",
            description = "What would be liquidated within the same distance up and down, how unusual that is for this"
                    + " market, and what it may therefore be called.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImbalanceAnswer.class)))
    Reply imbalance(ImbalanceRequest request) {
        ImbalanceReading reading = imbalances.open(request.market());
        Instant asOf = request.market().asOf();
        return replies.about(
                reading.market(), request, request.rendition(), asOf, () -> ImbalanceAnswer.of(reading, request));
    }

    @GetMapping("/api/imbalance/history")
    @Operation(
            summary = "The imbalance over time",
            description =
                    "What would be liquidated within the same distance up and down, at each of many moments, as it"
                            + " could have been known then, and how unusual that was: as far as the midnights it has to"
                            + " be compared with are among the points, so a year of history says it of the last 185 days."
                            + " Left out are the map's ends, error bands, what would really be force-closed, and with"
                            + " them label and squeeze fuel: they would take the whole model at every moment, which"
                            + " /api/imbalance with asOf runs for one.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImbalanceHistoryAnswer.class)))
    Reply history(ImbalanceHistoryRequest request) {
        ImbalanceHistory history = imbalances.history(request.history());
        Instant asOf = request.history().market().asOf();
        return replies.about(
                history.market(),
                request,
                request.rendition(),
                asOf,
                () -> ImbalanceHistoryAnswer.of(history, request));
    }
}
