package io.liquidationmap.api.representation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows under named columns, each column in one unit that its name states. Mutable, for one thread.
public final class Table {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /// A table without rows.
    public static Table withColumns(List<String> columns) {
        return new Table(columns);
    }

    /// Adds a row.
    ///
    /// @param cells one per column: numbers become plain decimals, null and what is not finite become blank
    public Table row(@Nullable Object... cells) {
        return row(Arrays.asList(cells));
    }

    /// Adds a row.
    ///
    /// @param cells one per column: numbers become plain decimals, null and what is not finite become blank
    public Table row(List<? extends @Nullable Object> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(cells.stream().map(Table::text).toList());
        return this;
    }

    /// RFC 4180 with a header row.
    String toCsv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// What a cell becomes; where many rows have the same, it is made once and given to all of them.
    public static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double number -> Double.isFinite(number) ? PlainDecimal.of(number) : "";
            default -> cell.toString();
        };
    }
}
