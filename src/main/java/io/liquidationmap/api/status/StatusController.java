package io.liquidationmap.api.status;

import io.liquidationmap.api.representation.Replies;
import io.liquidationmap.api.representation.Reply;
import io.liquidationmap.calibration.CalibrationStatus;
import io.liquidationmap.ingestion.IngestionStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How ingestion is doing.
@Controller
@Tag(name = "Status", description = "How ingestion is doing.")
class StatusController {

    private final IngestionStatus status;
    private final CalibrationStatus calibrations;
    private final Clock clock;
    private final Replies replies;

    StatusController(IngestionStatus status, CalibrationStatus calibrations, Clock clock, Replies replies) {
        this.status = status;
        this.calibrations = calibrations;
        this.clock = clock;
        this.replies = replies;
    }

    @GetMapping("/api/status")
    @Operation(
            summary = "Ingestion per venue and series",
            description =
                    "Last bar, lag, gaps, back-fill progress with an estimate of the time left, last error; what each instrument"
                            + " is calibrated from, since when, and why not where it is not. As"
                            + " CSV, the series, or another table.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StatusAnswer.class)))
    Reply status(StatusRequest request) {
        return replies.ofTheMoment(request.rendition(), StatusAnswer.of(status, calibrations, clock));
    }
}
