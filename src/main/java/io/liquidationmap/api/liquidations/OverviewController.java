package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.Overviews;
import io.liquidationmap.maps.SymbolOverview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Many symbols at a glance.
@Controller
@Tag(name = "Overview", description = "Many symbols at a glance.")
class OverviewController {

    private final Overviews overviews;
    private final Replies replies;

    OverviewController(Overviews overviews, Replies replies) {
        this.overviews = overviews;
        this.replies = replies;
    }

    @GetMapping("/api/overview")
    @Operation(
            summary = "Every symbol in a row",
            description =
                    "Price, open interest, imbalance, the nearest and the heaviest cluster on each side, and how fresh all"
                            + " that is. A symbol that cannot be answered says why. What an imbalance may be called depends"
                            + " on years of history, which /api/imbalance goes through for one symbol at a time.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OverviewAnswer.class)))
    Reply overview(OverviewRequest request) {
        List<SymbolOverview> rows = overviews.rows(request.overview());
        Instant asOf = request.overview().asOf();
        return replies.about(
                rows,
                OverviewAnswer.latest(rows, Market::dataChangedAt),
                request,
                request.rendition(),
                asOf,
                () -> OverviewAnswer.of(request.overview(), rows));
    }
}
