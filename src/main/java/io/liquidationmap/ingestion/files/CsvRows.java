package io.liquidationmap.ingestion.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Objects;
import java.util.zip.ZipException;

/// The records of an open CSV file, the first of which may be its header. A file that turns out to be unreadable is
/// refused as a whole, at whichever record that shows.
final class CsvRows implements Iterator<CsvRecord>, AutoCloseable {

    private final CloseableIterator<CsvRecord> records;

    CsvRows(CsvReader<CsvRecord> reader) {
        records = reader.iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw new FileRefusedException("is not well-formed CSV: " + e.getMessage(), e);
        }
    }

    @Override
    public CsvRecord next() {
        return records.next();
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Names what kept a file from being read.
    static FileRefusedException unreadable(IOException cause) {
        String reason = switch (cause) {
            case CharacterCodingException _ -> "is not text in UTF-8";
            case ZipException _ -> "is a damaged zip: " + cause.getMessage();
            default -> "cannot be read: " + cause;
        };
        return new FileRefusedException(reason, cause);
    }
}
