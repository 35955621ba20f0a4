package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.http.Envelope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An answer of the statistics: series of values side by side.
///
/// @param errors what went wrong; those of severity `W` are mere warnings
record Analytics(@Nullable Result result, @Nullable List<Problem> errors) implements Envelope {

    @Override
    public Optional<Fault> fault() {
        if (result != null) {
            return Optional.empty();
        }
        String reason = errors == null || errors.isEmpty() ? "no result" : errors.toString();
        return Optional.of(new Fault(reason, false));
    }

    /// The series, of equal length.
    ///
    /// @param timestamp beginnings of the periods, epoch seconds
    /// @param data an array of values, an array of arrays of open, high, low and close, or an object of named arrays
    /// @param more whether the stretch asked for holds more periods after these
    record Result(
            List<Long> timestamp, JsonNode data, @Nullable Boolean more) {

        /// The value at `index` of the array found by `path`; of an array of four, the last one. NaN where there is none
        /// or it is no number.
        double value(int index, String... path) {
            JsonNode series = data;
            for (String name : path) {
                series = series.path(name);
            }
            JsonNode element = series.path(index);
            JsonNode value = element.isArray() ? element.path(element.size() - 1) : element;
            return value.asDouble(Double.NaN);
        }
    }

    /// What went wrong.
    record Problem(
            @Nullable String severity,
            @Nullable String type,
            @Nullable String msg,
            @Nullable String field) {}
}
