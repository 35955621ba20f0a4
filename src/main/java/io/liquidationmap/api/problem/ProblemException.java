package io.liquidationmap.api.problem;

import io.liquidationmap.api.query.ParameterError;
import java.util.List;

/// An answer that turned out to be an error.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<ParameterError> errors;

    /// @param error the parameter that cannot be answered for
    public ProblemException(ProblemCode code, ParameterError error) {
        super(error.parameter() + " " + error.message());
        this.code = code;
        this.errors = List.of(error);
    }

    /// @param detail what happened, for people
    public ProblemException(ProblemCode code, String detail) {
        super(detail);
        this.code = code;
        this.errors = List.of();
    }

    ProblemCode code() {
        return code;
    }

    List<ParameterError> errors() {
        return errors;
    }
}
