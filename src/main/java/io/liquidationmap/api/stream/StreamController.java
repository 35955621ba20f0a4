package io.liquidationmap.api.stream;

import io.liquidationmap.api.liquidations.LiveImbalance;
import io.liquidationmap.api.liquidations.LiveMap.LiveMapEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// Following a market.
@Controller
@Tag(name = "Liquidations", description = "What would be liquidated where.")
class StreamController {

    private final Broadcast broadcast;

    StreamController(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "A market as it changes",
            description =
                    "Server-Sent Events: `price`, `map`, `imbalance` and `liquidation`, each as soon as the bars or"
                            + " events behind it are stored. The first `map` has all buckets, later ones those that have"
                            + " changed; the window moves with the price, in steps, and then all come again. Without minPrice"
                            + " and maxPrice it therefore is not exactly centred. A liquidation is told when it is stored,"
                            + " which for those a venue is asked for afterwards is long after its time. A client that comes back with"
                            + " the id of the last event it received is told what it has missed, of liquidations the last "
                            + Tape.MOST_AT_ONCE + " of the last " + Tape.REMEMBERED
                            + " of all markets; wherever any are left out, a `gap` comes before the rest. So it"
                            + " does where the id is none of this service, and with more than that at once.")
    @ApiResponse(
            responseCode = "200",
            description = "The data of the events.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema =
                                    @Schema(
                                            oneOf = {
                                                PriceEvent.class,
                                                LiveMapEntry.class,
                                                LiveImbalance.class,
                                                LiquidationEvent.class,
                                                GapEvent.class
                                            })))
    EventStream stream(
            StreamRequest request,
            @Parameter(hidden = true) @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        // What a browser remembers of another service is no reason to refuse it: it would not ask again.
        Optional<Position> received = Optional.ofNullable(lastEventId)
                .filter(id -> !id.isBlank())
                .flatMap(id -> Position.parse(id)
                        .or(() -> Optional.ofNullable(request.last()))
                        .or(() -> Optional.of(Position.ELSEWHERE)));
        return broadcast.open(request.resumedAt(received.orElse(request.last())));
    }
}
