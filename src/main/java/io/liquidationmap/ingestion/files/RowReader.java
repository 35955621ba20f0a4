package io.liquidationmap.ingestion.files;

/// Makes something of a row.
///
/// @param <T> what
@FunctionalInterface
interface RowReader<T> {

    /// Reads one row.
    ///
    /// @throws IllegalArgumentException if the row cannot be true or cannot be read; with the reason
    T read(Row row);
}
