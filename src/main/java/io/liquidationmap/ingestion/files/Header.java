package io.liquidationmap.ingestion.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The columns of a file: their names in lower case, in the order of the file.
///
/// @param layout what the columns make of the file
/// @param columns names, each once
/// @param implied whether the file has no header row, and its first row is data already
record Header(Layout layout, List<String> columns, boolean implied) {

    /// The archive's older files have no header.
    private static final List<String> KLINES = List.of(
            "open_time",
            "open",
            "high",
            "low",
            "close",
            "volume",
            "close_time",
            "quote_volume",
            "count",
            "taker_buy_volume",
            "taker_buy_quote_volume",
            "ignore");

    private static final Pattern NUMBER = Pattern.compile("[-+.e]*[0-9][-+.0-9e]*");

    Header {
        columns = List.copyOf(columns);
    }

    /// Reads the header from a file's first record.
    ///
    /// @throws FileRefusedException if it is no header of a layout that can be imported
    static Header of(CsvRecord first) {
        List<String> columns = first.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (columns.stream().anyMatch(field -> NUMBER.matcher(field).matches())) {
            return ofData(columns);
        }
        requireDistinct(columns);
        Layout layout = layoutOf(columns);
        Set<String> missing = new TreeSet<>(layout.required());
        columns.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new FileRefusedException(
                    "lacks the column " + String.join(", ", missing) + "; its header is " + excerpt(columns));
        }
        return new Header(layout, columns, false);
    }

    /// Index of a column, or −1 if the file does not have it.
    int column(String name) {
        return columns.indexOf(name);
    }

    /// The columns that mean nothing here.
    List<String> ignored() {
        return columns.stream().filter(column -> !layout.knows(column)).toList();
    }

    private static Header ofData(List<String> fields) {
        if (fields.size() == KLINES.size()) {
            return new Header(Layout.KLINES, KLINES, true);
        }
        throw new FileRefusedException("has no header row; its first line is " + excerpt(fields));
    }

    private static Layout layoutOf(List<String> columns) {
        if (columns.contains("open_time") && columns.contains("close_time")) {
            return Layout.KLINES;
        }
        return columns.contains("create_time") && columns.contains("sum_open_interest") ? Layout.METRICS : Layout.BARS;
    }

    private static void requireDistinct(List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new FileRefusedException("has the column " + Excerpt.of(column) + " twice");
            }
        }
    }

    private static String excerpt(List<String> fields) {
        return Excerpt.of(String.join(",", fields));
    }
}
