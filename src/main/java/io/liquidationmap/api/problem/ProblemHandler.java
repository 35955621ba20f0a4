package io.liquidationmap.api.problem;

import io.liquidationmap.alerts.AlertException;
import io.liquidationmap.alerts.AlertException.TooMany;
import io.liquidationmap.alerts.AlertException.UnusableUrl;
import io.liquidationmap.api.query.MalformedBodyException;
import io.liquidationmap.api.query.MalformedQueryException;
import io.liquidationmap.api.query.ParameterError;
import io.liquidationmap.api.query.RefusedParametersException;
import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.maps.BusyException;
import io.liquidationmap.maps.LiquidationPrices.ImpossiblePositionException;
import io.liquidationmap.maps.QuestionException;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.maps.QuestionException.NotPublic;
import io.liquidationmap.maps.QuestionException.StepTooShort;
import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.maps.QuestionException.UnknownVenue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/// Turns every exception into a problem.
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Duration STORE_RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration DATA_RETRY_AFTER = Duration.ofSeconds(30);

    private final JsonWriter json;
    private final StoreOutage outage;
    private final Instant started;

    ProblemHandler(JsonWriter json, StoreOutage outage, Clock clock) {
        this.json = json;
        this.outage = outage;
        this.started = clock.instant();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refusedParameters(RefusedParametersException e, HttpServletRequest request) {
        String more = e.errors().size() == 1 ? "" : " (and " + (e.errors().size() - 1) + " more: see errors)";
        return respond(ProblemCode.BAD_PARAMETER, e.getMessage() + more, e.errors(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> impossiblePosition(ImpossiblePositionException e, HttpServletRequest request) {
        return respond(
                ProblemCode.BAD_PARAMETER,
                new ParameterError(e.parameter(), String.valueOf(e.getMessage()), e.allowed()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> malformedQuery(MalformedQueryException e, HttpServletRequest request) {
        return respond(ProblemCode.MALFORMED_REQUEST, ProblemCode.MALFORMED_REQUEST.detail(), List.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> malformedBody(MalformedBodyException e, HttpServletRequest request) {
        return respond(ProblemCode.MALFORMED_REQUEST, String.valueOf(e.getMessage()), List.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refusedAlert(AlertException e, HttpServletRequest request) {
        String message = String.valueOf(e.getMessage());
        return switch (e) {
            case UnusableUrl _ ->
                respond(
                        ProblemCode.BAD_PARAMETER,
                        new ParameterError("url", message, "an https address of a public host"),
                        request);
            case TooMany _ -> respond(ProblemCode.TOO_MANY_ALERTS, message, List.of(), request);
        };
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unanswerable(ProblemException e, HttpServletRequest request) {
        String message = String.valueOf(e.getMessage());
        return e.retryAfter() == null
                ? respond(e.code(), message, e.errors(), request)
                : respondLater(e.code(), message, e.retryAfter(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unanswerable(QuestionException e, HttpServletRequest request) {
        String message = String.valueOf(e.getMessage());
        return switch (e) {
            case UnknownSymbol _ ->
                respond(
                        ProblemCode.UNKNOWN_SYMBOL,
                        new ParameterError(
                                symbolParameterOf(request), message, "a symbol or instrument listed at /api/symbols"),
                        request);
            case NotPublic _ ->
                respond(
                        ProblemCode.UNKNOWN_SYMBOL,
                        new ParameterError("symbol", message, "a symbol of such a venue, listed at /api/symbols"),
                        request);
            case UnknownVenue _ ->
                respond(
                        ProblemCode.UNKNOWN_VENUE,
                        new ParameterError(venueParameterOf(request), message, "venues listed at /api/venues"),
                        request);
            case NotCovered notCovered ->
                respond(
                        ProblemCode.NOT_COVERED,
                        new ParameterError(momentParameterOf(request), message, notCovered.from() + " or later"),
                        request);
            case StepTooShort tooShort ->
                respond(
                        ProblemCode.BAD_PARAMETER,
                        new ParameterError("step", message, tooShort.shortest() + " or longer"),
                        request);
            case NoDataYet _ -> {
                String since = "; the service has been running since " + started
                        + ", and GET /api/status says how far loading has come";
                yield respondLater(ProblemCode.NO_DATA_YET, message + since, DATA_RETRY_AFTER, request);
            }
            default -> throw new IllegalStateException("a question failed in an unknown way", e);
        };
    }

    @ExceptionHandler
    ResponseEntity<byte[]> busy(BusyException e, HttpServletRequest request) {
        return respondLater(ProblemCode.BUSY, String.valueOf(e.getMessage()), e.retryAfter(), request);
    }

    @ExceptionHandler({
        NonTransientDataAccessResourceException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<byte[]> storeDown(RuntimeException e, HttpServletRequest request) {
        LOG.warn("The store does not answer", e);
        String detail = "The database has not answered since " + outage.noticed()
                + "; stored history cannot be read until it does.";
        return respondLater(ProblemCode.STORE_DOWN, detail, STORE_RETRY_AFTER, request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<byte[]> mistake(Exception e, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        LOG.error("A request failed unexpectedly", e);
        return respond(ProblemCode.INTERNAL_ERROR, ProblemCode.INTERNAL_ERROR.detail(), List.of(), request);
    }

    /// What answers GET answers HEAD and OPTIONS too.
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Set<HttpMethod> allowed = new LinkedHashSet<>(headers.getAllow());
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        allowed.add(HttpMethod.OPTIONS);
        HttpHeaders complete = new HttpHeaders(headers);
        complete.setAllow(allowed);
        return handleExceptionInternal(e, null, complete, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            LOG.error("A request failed unexpectedly", e);
        }
        String requestId = RequestIdFilter.idOf(((ServletWebRequest) request).getRequest());
        Problem problem = Problem.of(ProblemCode.of(status), status, requestId);
        return ResponseEntity.status(status)
                .headers(headers)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.write(problem));
    }

    private ResponseEntity<byte[]> respond(ProblemCode code, ParameterError error, HttpServletRequest request) {
        return respond(code, error.parameter() + " " + error.message(), List.of(error), request);
    }

    private ResponseEntity<byte[]> respond(
            ProblemCode code, String detail, List<ParameterError> errors, HttpServletRequest request) {
        return body(ResponseEntity.status(code.status()), code, detail, errors, request);
    }

    private ResponseEntity<byte[]> respondLater(
            ProblemCode code, String detail, Duration retryAfter, HttpServletRequest request) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(code.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        return body(response, code, detail, List.of(), request);
    }

    private ResponseEntity<byte[]> body(
            ResponseEntity.BodyBuilder response,
            ProblemCode code,
            String detail,
            List<ParameterError> errors,
            HttpServletRequest request) {
        Problem problem = Problem.of(code, detail, errors, RequestIdFilter.idOf(request));
        return response.cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.write(problem));
    }

    /// A stretch of time is asked for by its ends.
    private static String momentParameterOf(HttpServletRequest request) {
        return Stream.of("from", "to")
                .filter(request.getParameterMap()::containsKey)
                .findFirst()
                .orElse("asOf");
    }

    private static String symbolParameterOf(HttpServletRequest request) {
        return request.getParameterMap().containsKey("symbols") ? "symbols" : "symbol";
    }

    private static String venueParameterOf(HttpServletRequest request) {
        return request.getParameterMap().containsKey("venue") ? "venue" : "venues";
    }
}
