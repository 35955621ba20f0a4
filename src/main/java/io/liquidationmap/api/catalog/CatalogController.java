package io.liquidationmap.api.catalog;

import io.liquidationmap.alerts.AlertsProperties;
import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.representation.PlainRequest;
import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.maps.MarketDirectory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What there is to ask.
@Controller
@Tag(name = "Discovery", description = "What there is to ask.")
class CatalogController {

    private final MarketDirectory directory;
    private final Endpoints endpoints;
    private final LimitsEntry limits;
    private final Replies replies;
    private final Clock clock;

    CatalogController(
            MarketDirectory directory,
            Endpoints endpoints,
            ApiProperties properties,
            AlertsProperties alerts,
            Replies replies,
            Clock clock) {
        this.directory = directory;
        this.endpoints = endpoints;
        this.limits = LimitsEntry.of(properties, alerts);
        this.replies = replies;
        this.clock = clock;
    }

    @GetMapping("/api")
    @Operation(summary = "The index", description = "Every endpoint, and where they are described.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IndexAnswer.class)))
    Reply index(PlainRequest request) {
        return replies.ofTheMoment(request.rendition(), IndexAnswer.of(endpoints.all()));
    }

    @GetMapping("/api/symbols")
    @Operation(
            summary = "Base assets and their instruments",
            description = "With the stretch of history that is stored of each.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SymbolsAnswer.class)))
    Reply symbols(PlainRequest request) {
        return replies.ofTheMoment(request.rendition(), SymbolsAnswer.of(minute(), directory.symbols()));
    }

    @GetMapping("/api/venues")
    @Operation(summary = "Venues and their instruments", description = "And whether a venue is a simulation.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VenuesAnswer.class)))
    Reply venues(PlainRequest request) {
        return replies.ofTheMoment(request.rendition(), VenuesAnswer.of(minute(), directory.venues()));
    }

    @GetMapping("/api/capabilities")
    @Operation(
            summary = "Models, ranges, endpoints and limits",
            description = "Every endpoint with its parameters: what each allows, and what holds without it. As CSV, the"
                    + " parameters, or another table.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CapabilitiesAnswer.class)))
    Reply capabilities(CapabilitiesRequest request) {
        return replies.ofTheMoment(request.rendition(), CapabilitiesAnswer.of(limits, endpoints.all()));
    }

    /// Not finer, so that who asks again within it is told that nothing has changed.
    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
