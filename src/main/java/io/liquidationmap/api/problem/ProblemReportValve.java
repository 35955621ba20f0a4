package io.liquidationmap.api.problem;

import io.liquidationmap.api.representation.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/// Reports, as problems, the requests that the web server refuses before the application sees them: overlong ones,
/// for instance, or those with illegal characters. Its own pages are HTML.
final class ProblemReportValve extends ErrorReportValve {

    private static final int FIRST_ERROR_STATUS = 400;

    private final JsonWriter json;

    ProblemReportValve(JsonWriter json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        boolean unreported = response.getStatus() >= FIRST_ERROR_STATUS
                && response.getContentWritten() == 0
                && response.setErrorReported();
        if (unreported && isWritable(response)) {
            write(request, response);
        }
    }

    private void write(Request request, Response response) {
        HttpStatusCode status = HttpStatusCode.valueOf(response.getStatus());
        String requestId = RequestIdFilter.idOf(request);
        byte[] body = json.write(Problem.of(ProblemCode.of(status), status, requestId));
        response.setHeader(RequestIdFilter.HEADER, requestId);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWritable(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
