package io.liquidationmap.api.representation;

import org.jspecify.annotations.Nullable;

/// How an answer is written.
///
/// @param format JSON or CSV
/// @param table which of the answer's tables, by name; null for the main one, and in JSON, which has them all
public record Rendition(Format format, @Nullable String table) {

    /// An answer as JSON.
    static final Rendition JSON = of(Format.JSON);

    /// JSON, or the main table.
    static Rendition of(Format format) {
        return new Rendition(format, null);
    }

    /// The table of an answer that is written as one.
    Table tableOf(Tabular answer) {
        return table == null ? answer.table() : answer.table(table);
    }
}
