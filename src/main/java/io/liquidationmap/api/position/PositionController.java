package io.liquidationmap.api.position;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.LiquidationPrices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// One position's prices.
@Controller
@Tag(name = "Position", description = "One position's liquidation price.")
class PositionController {

    private final LiquidationPrices prices;
    private final Replies replies;

    PositionController(LiquidationPrices prices, Replies replies) {
        this.prices = prices;
        this.replies = replies;
    }

    @GetMapping("/api/liquidation-price")
    @Operation(
            summary = "Liquidation and bankruptcy price of one position",
            description = "By the venue's own formula and margin tiers, isolated margin.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    Reply liquidationPrice(PositionRequest request) {
        LiquidationPrices.Answer answer = prices.priceOf(request.position());
        return replies.upTo(
                request.position().asOf(),
                request.rendition(),
                request.past() ? request.position().asOf() : null,
                PositionAnswer.of(request.position(), answer));
    }
}
