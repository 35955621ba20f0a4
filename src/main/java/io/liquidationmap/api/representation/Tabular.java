package io.liquidationmap.api.representation;

/// An answer that can also be written as a table.
public interface Tabular {

    /// The same answer as rows.
    Table table();
}
