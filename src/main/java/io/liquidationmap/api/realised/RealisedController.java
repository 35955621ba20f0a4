package io.liquidationmap.api.realised;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.Realised;
import io.liquidationmap.maps.RealisedLiquidations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What was liquidated.
@Controller
@Tag(name = "Liquidations", description = "What would be liquidated where.")
class RealisedController {

    /// Venues are asked for what a stream missed, and remember it for less than this.
    private static final Duration SETTLED = Duration.ofDays(1);

    private final RealisedLiquidations liquidations;
    private final Replies replies;
    private final Clock clock;

    RealisedController(RealisedLiquidations liquidations, Replies replies, Clock clock) {
        this.liquidations = liquidations;
        this.replies = replies;
        this.clock = clock;
    }

    @GetMapping("/api/liquidations/realised")
    @Operation(
            summary = "What was liquidated",
            description = "Force-closed positions as the venues published them, per step, venue and side, each with how"
                    + " much of what happens the venue tells and how much of the step was listened to. What is not"
                    + " known is null, never zero. What happened in the last seconds may still arrive, and what a stream"
                    + " missed for up to a day: method.inputHash says whether it did.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RealisedAnswer.class)))
    Reply realised(RealisedRequest request) {
        Realised realised = liquidations.find(request.query());
        Instant asOf = request.query().asOf();
        boolean settled = asOf != null && asOf.isBefore(clock.instant().minus(SETTLED));
        return replies.upTo(
                realised.to(), request.rendition(), settled ? asOf : null, RealisedAnswer.of(realised, request));
    }
}
