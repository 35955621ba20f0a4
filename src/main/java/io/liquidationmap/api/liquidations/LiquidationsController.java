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
import java.time.Instant;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What would be liquidated where.
@Controller
@Tag(name = "Liquidations", description = "What would be liquidated where.")
class LiquidationsController {

    private final LiquidationMaps maps;
    private final Replies replies;

    LiquidationsController(LiquidationMaps maps, Replies replies) {
        this.maps = maps;
        this.replies = replies;
    }

    @GetMapping("/api/liquidations")
    @Operation(
            summary = "The liquidation map",
            description = "What would be force-closed at each price: longs below the current price, shorts above it;"
                    + " in buckets, as cumulative curves, and how it adds up to open interest.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MapAnswer.class)))
    Reply map(MapRequest request) {
        return reply(request, MapAnswer::of);
    }

    @GetMapping("/api/liquidations/at")
    @Operation(
            summary = "What is liquidated at a price",
            description = "Everything between the current price and the one given, by venue and by leverage.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TriggeredAnswer.class)))
    Reply at(TriggeredRequest request) {
        return reply(request, TriggeredAnswer::of);
    }

    @GetMapping("/api/liquidations/price-for")
    @Operation(
            summary = "At which price an amount is liquidated",
            description = "The inverse of /api/liquidations/at: how far price must go. Where the map holds less, the"
                    + " answer is 422 with the most it could be asked for.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReachAnswer.class)))
    Reply priceFor(ReachRequest request) {
        return reply(request, ReachAnswer::of);
    }

    @GetMapping("/api/liquidations/clusters")
    @Operation(
            summary = "The heaviest levels",
            description = "The stretches of price on each side that hold more than their surroundings.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClustersAnswer.class)))
    Reply clusters(ClustersRequest request) {
        return reply(request, ClustersAnswer::of);
    }

    @GetMapping("/api/liquidations/diff")
    @Operation(
            summary = "What was added, swept and closed between two instants",
            description = "Per bucket and side: what stood at `from`, was opened, swept by price and closed in between,"
                    + " and stands at `to`: after = before + opened − swept − closed. The positions are those the map at"
                    + " `to` counts, opened in the range before it; all dollars are at the price of `to`, so that a move"
                    + " of price is not a change. Positions without a level are no part of it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DiffAnswer.class)))
    Reply diff(DiffRequest request) {
        return reply(request, DiffAnswer::of);
    }

    private <R extends MarketRequest> Reply reply(R request, BiFunction<MarketSnapshot, R, ?> answer) {
        MarketSnapshot snapshot = maps.open(request.market());
        Instant asOf = request.market().asOf();
        return replies.about(
                snapshot.market(), request, request.rendition(), asOf, () -> answer.apply(snapshot, request));
    }
}
