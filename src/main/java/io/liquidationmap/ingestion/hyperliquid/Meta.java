package io.liquidationmap.ingestion.hyperliquid;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.liquidationmap.ingestion.RefusedRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is listed.
///
/// @param universe the contracts, in an order other answers refer to
/// @param marginTables the tables of more than one tier
record Meta(List<Asset> universe, @Nullable List<NumberedTable> marginTables) {

    /// A contract.
    ///
    /// @param name its coin; a `k` before it means a thousand of it
    /// @param maxLeverage that of the smallest positions
    /// @param marginTableId its table; one below 50 is not listed and has one tier of that leverage
    record Asset(
            String name,
            @Nullable Double maxLeverage,
            @Nullable Integer marginTableId,
            @Nullable Boolean isDelisted) {}

    /// A table under its number, as an array of two.
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"id", "table"})
    record NumberedTable(int id, @Nullable MarginTable table) {}

    /// A margin table.
    record MarginTable(@Nullable List<MarginTierRow> marginTiers) {}

    /// A margin tier.
    ///
    /// @param lowerBound smallest position value, US dollars
    /// @param maxLeverage largest leverage from there on
    record MarginTierRow(
            @Nullable Double lowerBound, @Nullable Double maxLeverage) {

        /// @throws IllegalArgumentException if there is none
        double floor() {
            return RefusedRows.required(lowerBound, "a lower bound");
        }

        /// @throws IllegalArgumentException if there is none
        double leverage() {
            return RefusedRows.required(maxLeverage, "a largest leverage");
        }
    }
}
