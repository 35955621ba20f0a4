package io.liquidationmap.ingestion.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the rows of an open file say, one after the other. Refused rows are entered in the tally and left out.
///
/// @param <T> what is made of a row
final class Readings<T> implements Iterator<T> {

    private final CsvRows rows;
    private final Header header;
    private final RowReader<T> reader;
    private final Function<T, Instant> time;
    private final Timeline timeline;
    private final Tally tally;
    private long line;
    private @Nullable T upcoming;

    /// @param rows at the first row of data
    /// @param time of each reading: must be one the timeline can give
    Readings(
            CsvRows rows,
            Header header,
            RowReader<T> reader,
            Function<T, Instant> time,
            Timeline timeline,
            Tally tally) {
        this.rows = rows;
        this.header = header;
        this.reader = reader;
        this.time = time;
        this.timeline = timeline;
        this.tally = tally;
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null && rows.hasNext()) {
            upcoming = read(rows.next());
        }
        return upcoming != null;
    }

    @Override
    public T next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        T reading = upcoming;
        upcoming = null;
        return reading;
    }

    /// Where the reading last returned stands in the file.
    long line() {
        return line;
    }

    private @Nullable T read(CsvRecord fields) {
        line = fields.getStartingLineNumber();
        tally.rowRead();
        try {
            T reading = reader.read(new Row(header, fields));
            timeline.take(time.apply(reading));
            return reading;
        } catch (IllegalArgumentException e) {
            tally.refuse(line, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
