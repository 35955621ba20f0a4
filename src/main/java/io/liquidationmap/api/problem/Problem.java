package io.liquidationmap.api.problem;

import io.liquidationmap.api.query.ParameterError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatusCode;

/// An error as clients see it (RFC 9457).
///
/// @param type identifies the kind of error
/// @param title names it for people
/// @param status the status of the response
/// @param detail what happened in this case
/// @param code identifies the kind of error, in short
/// @param errors what was wrong with which parameter; empty where none is to blame
/// @param requestId what the service's log calls this request
@Schema(description = "An error (RFC 9457 problem details).")
public record Problem(
        @Schema(example = "urn:liquidation-map:problem:bad-parameter")
        URI type,

        @Schema(example = "Bad parameter") String title,

        @Schema(description = "The status of the response.", example = "400")
        int status,

        @Schema(example = "range is not a range, or one too short or too long")
        String detail,

        @Schema(example = "bad-parameter", description = "Identifies the kind of error.")
        String code,

        @Schema(description = "What was wrong with which parameter; empty where none is to blame.")
        List<ParameterError> errors,

        @Schema(description = "What the service's log calls this request; also the header X-Request-Id.")
        String requestId) {

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(ProblemCode code, String detail, List<ParameterError> errors, String requestId) {
        return new Problem(code.type(), code.title(), code.status().value(), detail, code.code(), errors, requestId);
    }

    static Problem of(ProblemCode code, HttpStatusCode status, String requestId) {
        return new Problem(code.type(), code.title(), status.value(), code.detail(), code.code(), List.of(), requestId);
    }
}
