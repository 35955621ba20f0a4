package io.liquidationmap.ingestion.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of data. Every method that reads a field throws an [IllegalArgumentException] with the reason for which
/// the row is to be refused.
///
/// @param header the columns
/// @param fields as many as there are columns
record Row(Header header, CsvRecord fields) {

    Row {
        if (fields.getFieldCount() != header.columns().size()) {
            throw new IllegalArgumentException("has " + fields.getFieldCount() + " fields instead of "
                    + header.columns().size());
        }
    }

    /// The field of a column, without the space around it.
    String text(int column) {
        return fields.getField(column).strip();
    }

    /// The moment in a column.
    Instant time(int column) {
        return TimeField.parse(text(column));
    }

    /// The number in a column that must have one.
    double number(int column) {
        Double value = numberOrNull(column);
        if (value == null) {
            throw new IllegalArgumentException(header.columns().get(column) + " is missing");
        }
        return value;
    }

    /// The number in a column; null if the field is blank, or if there is no such column (−1).
    @Nullable Double numberOrNull(int column) {
        if (column < 0) {
            return null;
        }
        String text = text(column);
        return text.isEmpty() ? null : NumberField.parse(header.columns().get(column), text);
    }
}
