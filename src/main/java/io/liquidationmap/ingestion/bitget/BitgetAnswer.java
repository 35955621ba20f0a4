package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.http.Envelope;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every answer is wrapped in.
///
/// @param code `00000` if the request succeeded
/// @param msg what went wrong
/// @param data what was asked for
record BitgetAnswer<T>(
        String code, @Nullable String msg, @Nullable T data) implements Envelope {

    private static final String SUCCESS = "00000";

    /// A fault or a pause of the system. Not too many requests (429): the same one made again at once would be one more.
    private static final Set<String> PASSING = Set.of("40010", "40015", "40725", "45001");

    @Override
    public Optional<Fault> fault() {
        if (code == null) {
            return Optional.of(new Fault("neither success nor a fault", false));
        }
        return code.equals(SUCCESS)
                ? Optional.empty()
                : Optional.of(new Fault(code + " " + msg, PASSING.contains(code)));
    }

    /// What was asked for.
    ///
    /// @throws VenueUnavailableException if the venue forgot it
    T content() {
        if (data == null) {
            throw new VenueUnavailableException("answered success and nothing else", null, null);
        }
        return data;
    }
}
