package io.liquidationmap.api.representation;

/// An answer that can also be written as a table, or as one of several.
public interface Tabular {

    /// The same answer as rows; of one that has several tables, the main one.
    Table table();

    /// Another of its tables.
    ///
    /// @param name one of those that the answer's [Tables] have beside the main one
    default Table table(String name) {
        throw new IllegalArgumentException("there is no table " + name);
    }
}
