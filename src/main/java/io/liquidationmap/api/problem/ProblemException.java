package io.liquidationmap.api.problem;

import io.liquidationmap.api.query.ParameterError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer that turned out to be an error.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<ParameterError> errors;
    private final @Nullable Duration retryAfter;

    /// @param error the parameter that cannot be answered for
    public ProblemException(ProblemCode code, ParameterError error) {
        super(error.parameter() + " " + error.message());
        this.code = code;
        this.errors = List.of(error);
        this.retryAfter = null;
    }

    /// @param detail what happened, for people
    /// @param retryAfter when it is worth asking again
    public ProblemException(ProblemCode code, String detail, Duration retryAfter) {
        super(detail);
        this.code = code;
        this.errors = List.of();
        this.retryAfter = retryAfter;
    }

    /// @param detail what happened, for people
    public ProblemException(ProblemCode code, String detail) {
        super(detail);
        this.code = code;
        this.errors = List.of();
        this.retryAfter = null;
    }

    ProblemCode code() {
        return code;
    }

    List<ParameterError> errors() {
        return errors;
    }

    /// When it is worth asking again; null if that would change nothing.
    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
