package io.liquidationmap.api.alerts;

import io.liquidationmap.alerts.Alert;
import io.liquidationmap.alerts.Alerts;
import io.liquidationmap.api.access.Caller;
import io.liquidationmap.api.problem.ProblemCode;
import io.liquidationmap.api.problem.ProblemException;
import io.liquidationmap.api.representation.JsonRequest;
import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What the caller wants to be told of. Only where there are API keys: strangers must not have the service send
/// requests.
@Controller
@Tag(
        name = "Alerts",
        description = "Messages when something happens. Only where API keys are configured; otherwise 403.")
class AlertsController {

    private static final String PATH = "/api/alerts";
    private static final String ID = "Which alert.\n\nAllowed: the id of an alert listed at /api/alerts.";
    private static final String MESSAGES = """
            Nothing that happened before is told. A message is a POST to `url` with a JSON body: `id` (the same when it is \
            sent again), `alertId`, `event` (the condition, or `test`), `symbol`, `range`, `venues`, `simulated`, `asOf`, \
            `asOfMs`, `createdAt`, `createdAtMs` and `detail`, which depends on the event. Its header \
            `X-LiquidationMap-Signature: t=<epoch seconds>,v1=<hex>` is HMAC-SHA256 with the secret over t, a full stop and \
            the body. Any status 2xx accepts it; anything else, and none in 15 seconds, has it sent again, eight times in \
            all. docs/alerts.md says more.""";
    private static final String ID_PATTERN = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
    private static final String ID_EXAMPLE = "6a0b0f3e-4b1c-4f0e-9d55-0d6f0d3a2c11";

    private final Alerts alerts;
    private final Replies replies;
    private final JsonWriter json;

    AlertsController(Alerts alerts, Replies replies, JsonWriter json) {
        this.alerts = alerts;
        this.replies = replies;
        this.json = json;
    }

    @GetMapping(PATH)
    @Operation(summary = "The caller's alerts", description = "Those of the API key of the request, oldest first.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertsAnswer.class)))
    Reply list(@Parameter(hidden = true) Caller caller, JsonRequest request) {
        return replies.ofTheMoment(request.rendition(), AlertsAnswer.of(alerts.of(caller.name())));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "One alert", description = "With its last deliveries, and why one failed.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertAnswer.class)))
    Reply one(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = ID, example = ID_EXAMPLE, schema = @Schema(type = "string", pattern = ID_PATTERN))
                    @PathVariable("id")
                    String id,
            JsonRequest request) {
        Alert alert = find(caller, id);
        return replies.ofTheMoment(request.rendition(), AlertAnswer.of(alert, alerts.deliveries(alert)));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Create an alert", description = MESSAGES)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AlertEntry.class)))
    ResponseEntity<byte[]> create(@Parameter(hidden = true) Caller caller, AlertBody body) {
        Alert alert = alerts.create(body.of(caller));
        return answer(ResponseEntity.created(URI.create(PATH + "/" + alert.id())), AlertEntry.of(alert));
    }

    @PostMapping(PATH + "/{id}/test")
    @Operation(
            summary = "Send a test message",
            description = "Once and now. The answer says what the receiver made of it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TestAnswer.class)))
    ResponseEntity<byte[]> test(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = ID, example = ID_EXAMPLE, schema = @Schema(type = "string", pattern = ID_PATTERN))
                    @PathVariable("id")
                    String id) {
        return answer(ResponseEntity.ok(), TestAnswer.of(alerts.test(find(caller, id))));
    }

    @DeleteMapping(PATH + "/{id}")
    @Operation(summary = "Delete an alert", description = "What was still to be sent for it is not sent any more.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<byte[]> delete(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = ID, example = ID_EXAMPLE, schema = @Schema(type = "string", pattern = ID_PATTERN))
                    @PathVariable("id")
                    String id) {
        if (!alerts.remove(caller.name(), uuid(id))) {
            throw unknown();
        }
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    private ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder response, Object answer) {
        return response.contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(json.write(answer));
    }

    private Alert find(Caller caller, String id) {
        return alerts.find(caller.name(), uuid(id)).orElseThrow(AlertsController::unknown);
    }

    /// What is no identity is that of no alert.
    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemCode.UNKNOWN_ALERT, "No alert of this key has that id; GET /api/alerts lists those there are.");
    }
}
