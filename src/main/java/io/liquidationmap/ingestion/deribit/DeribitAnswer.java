package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.http.Envelope;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every answer is wrapped in.
///
/// @param result what was asked for; not there if the request did not succeed
/// @param error what went wrong
record DeribitAnswer<T>(@Nullable T result, @Nullable Problem error) implements Envelope {

    /// Retry, queue full, system maintenance, internal error, temporarily unavailable, timed out.
    private static final Set<Integer> PASSING = Set.of(10040, 10047, 11051, 11094, 13028, 13888);

    /// What went wrong.
    record Problem(int code, @Nullable String message) {}

    @Override
    public Optional<Fault> fault() {
        if (error != null) {
            return Optional.of(
                    new Fault("code " + error.code() + " (" + error.message() + ")", PASSING.contains(error.code())));
        }
        return result == null ? Optional.of(new Fault("without a result", true)) : Optional.empty();
    }

    /// What was asked for.
    T content() {
        if (result == null) {
            throw new VenueUnavailableException("answered without a result", null, null);
        }
        return result;
    }
}
