package io.liquidationmap.api.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// Every kind of error, one per cause that a client can tell apart and act upon.
public enum ProblemCode {
    /// A query parameter is missing, wrong or unknown.
    BAD_PARAMETER(HttpStatus.BAD_REQUEST, "Bad parameter"),
    /// The request is not valid HTTP, or its query string not valid percent-encoding.
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "Malformed request"),
    /// There is no answer without a key, and the request has none that is known.
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "Unauthorized"),
    /// What belongs to a key cannot be had where there are no keys.
    KEYS_NOT_CONFIGURED(HttpStatus.FORBIDDEN, "Keys not configured"),
    /// Pages of that origin may not read, or no page may do that.
    ORIGIN_REFUSED(HttpStatus.FORBIDDEN, "Origin refused"),
    /// Nothing of that symbol is known.
    UNKNOWN_SYMBOL(HttpStatus.NOT_FOUND, "Unknown symbol"),
    /// The venue is not known, or does not list the symbol.
    UNKNOWN_VENUE(HttpStatus.NOT_FOUND, "Unknown venue"),
    /// No alert of the caller has that identity.
    UNKNOWN_ALERT(HttpStatus.NOT_FOUND, "Unknown alert"),
    /// There is nothing at that path.
    UNKNOWN_ROUTE(HttpStatus.NOT_FOUND, "Unknown route"),
    /// The path answers other methods.
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    /// The answer cannot be had in any format the client accepts.
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
    /// A precondition of the request does not hold.
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "Precondition failed"),
    /// The caller has as many alerts as one may have.
    TOO_MANY_ALERTS(HttpStatus.CONFLICT, "Too many alerts"),
    /// The instant asked for lies before the stored history.
    NOT_COVERED(HttpStatus.UNPROCESSABLE_CONTENT, "Not covered by the stored history"),
    /// The map holds less than was asked for.
    BEYOND_THE_MAP(HttpStatus.UNPROCESSABLE_CONTENT, "Beyond the map"),
    /// How much rests in the order books is neither given nor known.
    UNKNOWN_DEPTH(HttpStatus.UNPROCESSABLE_CONTENT, "Depth of the order books unknown"),
    /// The request is refused for a reason that has no code of its own; its status tells which.
    REFUSED(HttpStatus.BAD_REQUEST, "Refused"),
    /// The caller has asked more often than it may.
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    /// Too much is being computed already.
    BUSY(HttpStatus.TOO_MANY_REQUESTS, "Busy"),
    /// As many clients follow the event stream as are served.
    TOO_MANY_CLIENTS(HttpStatus.TOO_MANY_REQUESTS, "Too many clients"),
    /// The symbol is known, but its history is not loaded yet.
    NO_DATA_YET(HttpStatus.SERVICE_UNAVAILABLE, "No data yet"),
    /// The database does not answer.
    STORE_DOWN(HttpStatus.SERVICE_UNAVAILABLE, "Store down"),
    /// A mistake of the service.
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error");

    private final HttpStatus status;
    private final String title;

    ProblemCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The status it goes with.
    public HttpStatus status() {
        return status;
    }

    /// What it is called, for people.
    public String title() {
        return title;
    }

    /// What it is called, for programs: `bad-parameter`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Its identity: a name, not an address.
    public URI type() {
        return URI.create("urn:liquidation-map:problem:" + code());
    }

    /// The code of an error that the web framework or the web server found by itself.
    static ProblemCode of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> UNKNOWN_ROUTE;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 412 -> PRECONDITION_FAILED;
            case 400 -> MALFORMED_REQUEST;
            default -> status.is5xxServerError() ? INTERNAL_ERROR : REFUSED;
        };
    }

    /// What to say where there is nothing more to say than the code does.
    String detail() {
        return switch (this) {
            case UNKNOWN_ROUTE -> "There is nothing at this path; GET /api lists what there is.";
            case METHOD_NOT_ALLOWED -> "This path does not answer that method; the Allow header lists those it does.";
            case NOT_ACCEPTABLE ->
                "There is no answer in a format the request accepts; the Accept header lists those there are.";
            case PRECONDITION_FAILED -> "The answer is not the one the request is conditional upon.";
            case MALFORMED_REQUEST -> "The request is not valid HTTP, too long, or its percent-encoding is broken.";
            case INTERNAL_ERROR -> "The service made a mistake. Please report it with the requestId.";
            default -> "The request is refused.";
        };
    }
}
