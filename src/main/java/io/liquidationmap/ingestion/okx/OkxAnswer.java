package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.http.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every answer is wrapped in.
///
/// @param code 0 if the request succeeded
/// @param data the rows asked for
record OkxAnswer<T>(
        @Nullable String code,
        @Nullable String msg,
        @Nullable List<T> data) implements Envelope {

    /// Service unavailable, timeout, system busy, system error.
    private static final Set<String> PASSING = Set.of("50001", "50004", "50013", "50026");

    @Override
    public Optional<Fault> fault() {
        if (!"0".equals(code)) {
            return Optional.of(new Fault("code " + code + " (" + msg + ")", code == null || PASSING.contains(code)));
        }
        return data == null ? Optional.of(new Fault("without rows", true)) : Optional.empty();
    }

    List<T> rows() {
        return data == null ? List.of() : data;
    }

    /// The only row.
    ///
    /// @param what it is, for the operator
    /// @throws VenueUnavailableException if there is none
    T row(String what) {
        if (rows().isEmpty()) {
            throw new VenueUnavailableException("has no " + what, null, null);
        }
        return rows().getFirst();
    }
}
