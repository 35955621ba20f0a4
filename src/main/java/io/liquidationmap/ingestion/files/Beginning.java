package io.liquidationmap.ingestion.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The first rows of a file, by which it is told what the file is before anything is stored.
///
/// @param file where they stand
/// @param header the columns
/// @param rows those with the right number of fields
record Beginning(CsvFile file, Header header, List<Row> rows) {

    private static final int ROWS = 1000;

    /// @throws FileRefusedException if the file cannot be read or has no header that makes sense
    static Beginning of(CsvFile file) {
        try (CsvRows records = file.open(_ -> {})) {
            if (!records.hasNext()) {
                throw new FileRefusedException("is empty");
            }
            CsvRecord first = records.next();
            Header header = Header.of(first);
            List<Row> rows = new ArrayList<>();
            if (header.implied()) {
                rows.add(new Row(header, first));
            }
            for (int i = 0; i < ROWS && records.hasNext(); i++) {
                row(header, records.next()).ifPresent(rows::add);
            }
            return new Beginning(file, header, rows);
        }
    }

    /// What is read from those rows that are not refused for it, in order.
    <T> List<T> read(Function<Row, T> what) {
        List<T> readings = new ArrayList<>();
        for (Row row : rows) {
            try {
                readings.add(what.apply(row));
            } catch (IllegalArgumentException _) {
                // Refused with its reason when the file is loaded.
            }
        }
        return readings;
    }

    private static Optional<Row> row(Header header, CsvRecord fields) {
        return fields.getFieldCount() == header.columns().size()
                ? Optional.of(new Row(header, fields))
                : Optional.empty();
    }
}
