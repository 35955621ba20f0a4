package io.liquidationmap.api.problem;

import io.liquidationmap.api.representation.JsonWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Answers with a problem where no controller is asked any more.
@Component
public class ProblemResponses {

    private final JsonWriter json;

    ProblemResponses(JsonWriter json) {
        this.json = json;
    }

    /// Ends a request. Headers that were set before are kept.
    public void write(ProblemCode code, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = json.write(Problem.of(code, detail, List.of(), RequestIdFilter.idOf(request)));
        response.setStatus(code.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }
}
