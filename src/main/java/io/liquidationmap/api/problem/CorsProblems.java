package io.liquidationmap.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/// Answers pages that may not do what they want with a problem. The framework's own answer is a line of text.
@Component
public class CorsProblems extends DefaultCorsProcessor {

    private final ProblemResponses problems;

    CorsProblems(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean allowed = super.processRequest(configuration, request, response);
        if (!allowed) {
            String detail =
                    "Pages of that origin may not read this (liquidationmap.api.cors.allowed-origins), or no page"
                            + " may use that method; pages may GET.";
            problems.write(ProblemCode.ORIGIN_REFUSED, detail, request, response);
        }
        return allowed;
    }

    /// Left to the problem.
    @Override
    protected void rejectRequest(ServerHttpResponse response) {}
}
