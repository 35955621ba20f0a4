package io.liquidationmap.api.picture;

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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The map as a picture.
@Controller
@Tag(name = "Liquidations")
class PictureController {

    private static final String DESCRIPTION = "Bars at each price, stacked by leverage or venue; a red line at the"
            + " current price; the cumulative curves, green upwards and red downwards, with their bands.";

    private final LiquidationMaps maps;
    private final Drawing drawing;
    private final Replies replies;

    PictureController(LiquidationMaps maps, Drawing drawing, Replies replies) {
        this.maps = maps;
        this.drawing = drawing;
        this.replies = replies;
    }

    @GetMapping("/api/liquidations.svg")
    @Operation(summary = "The liquidation map as SVG", description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    Reply svg(SvgRequest request) {
        return picture(request, request.picture(), PictureFormat.SVG);
    }

    @GetMapping("/api/liquidations.png")
    @Operation(summary = "The liquidation map as PNG", description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
    Reply png(PngRequest request) {
        return picture(request, request.picture(), PictureFormat.PNG);
    }

    private Reply picture(Object key, PictureRequest request, PictureFormat format) {
        MarketSnapshot snapshot = maps.open(request.market());
        Instant asOf = request.market().asOf();
        return replies.picture(
                snapshot.market(), key, format.mediaType(), asOf, () -> drawing.draw(snapshot, request, format));
    }
}
