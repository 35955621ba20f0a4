package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.ExactMap;
import io.liquidationmap.maps.ExactMaps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What is known to be liquidated where.
@Controller
@Tag(name = "Liquidations", description = "What would be liquidated where.")
class ExactController {

    private final ExactMaps maps;
    private final Replies replies;

    ExactController(ExactMaps maps, Replies replies) {
        this.maps = maps;
        this.replies = replies;
    }

    @GetMapping("/api/liquidations/exact")
    @Operation(
            summary = "The map of known positions",
            description = "Positions of public accounts at the liquidation prices their venues publish: only of venues"
                    + " whose accounts are public, and only the part of open interest that has been seen, which the"
                    + " answer states for each side. Beside it, how far the modelled map of the same venues is from"
                    + " it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExactAnswer.class)))
    Reply exact(ExactRequest request) {
        ExactMap map = maps.find(request.query());
        Instant asOf = request.query().asOf();
        return replies.upTo(map.market().dataChangedAt(), request.rendition(), asOf, ExactAnswer.of(map));
    }
}
