package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.http.Envelope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What every answer is wrapped in.
///
/// @param retCode 0 if the request succeeded
/// @param result what was asked for; not there if it did not
/// @param time when it was answered, epoch milliseconds
record BybitAnswer<T>(
        int retCode, @Nullable String retMsg, @Nullable Result<T> result, long time) implements Envelope {

    /// Server timeout, internal error.
    private static final Set<Integer> PASSING = Set.of(10000, 10016);

    /// One page of rows.
    ///
    /// @param nextPageCursor of the page after, percent-encoded; empty or not there after the last
    record Result<T>(@Nullable List<T> list, @Nullable String nextPageCursor) {}

    @Override
    public Optional<Fault> fault() {
        if (retCode != 0) {
            return Optional.of(new Fault("code " + retCode + " (" + retMsg + ")", PASSING.contains(retCode)));
        }
        return result == null || result.list == null
                ? Optional.of(new Fault("without a list of rows", true))
                : Optional.empty();
    }

    /// The rows of this page.
    List<T> rows() {
        return result == null || result.list == null ? List.of() : result.list;
    }

    /// The rows of all pages.
    ///
    /// @param page gets the page of a cursor; of null, the first
    static <T> List<T> allRows(Function<@Nullable String, BybitAnswer<T>> page) {
        List<T> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        @Nullable String cursor = null;
        do {
            BybitAnswer<T> answer = page.apply(cursor);
            rows.addAll(answer.rows());
            cursor = answer.nextCursor();
        } while (cursor != null && seen.add(cursor));
        return rows;
    }

    /// Decoded, because it is encoded again on its way into a query.
    private @Nullable String nextCursor() {
        String cursor = result == null ? null : result.nextPageCursor;
        return cursor == null || cursor.isEmpty() ? null : URLDecoder.decode(cursor, StandardCharsets.UTF_8);
    }
}
