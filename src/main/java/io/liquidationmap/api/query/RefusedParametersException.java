package io.liquidationmap.api.query;

import java.util.List;

/// A query string that cannot be answered, with everything that is wrong with it.
public final class RefusedParametersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ParameterError> errors;

    /// @param errors at least one
    public RefusedParametersException(List<ParameterError> errors) {
        super(errors.getFirst().parameter() + " " + errors.getFirst().message());
        this.errors = List.copyOf(errors);
    }

    /// One entry for each mistake.
    public List<ParameterError> errors() {
        return errors;
    }
}
