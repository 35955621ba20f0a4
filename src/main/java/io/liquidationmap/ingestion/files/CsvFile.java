package io.liquidationmap.ingestion.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// A CSV file in UTF-8, as it is or as the only file inside a zip.
///
/// @param path the file given by the user
/// @param name what the CSV file is called: the name of the file, or of the one inside the zip
/// @param zipped whether it is inside a zip
record CsvFile(Path path, String name, boolean zipped) {

    private static final String ZIP = "504b0304";
    private static final String GZIP = "1f8b";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER_BYTES = 1 << 16;

    /// Looks what kind of file it is.
    ///
    /// @throws FileRefusedException if there is no one CSV file to be had of it
    static CsvFile at(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            String magic = HexFormat.of().formatHex(in.readNBytes(4));
            if (magic.startsWith(GZIP)) {
                throw new FileRefusedException("is a gzip file; unpack it first");
            }
            return magic.equals(ZIP)
                    ? new CsvFile(path, onlyEntryOf(path), true)
                    : new CsvFile(path, path.getFileName().toString(), false);
        } catch (IOException e) {
            throw CsvRows.unreadable(e);
        }
    }

    /// Opens the file at its beginning.
    ///
    /// @param bytesRead told of every portion of the file that was read, in bytes of the file on disk
    /// @throws FileRefusedException if it cannot be read
    CsvRows open(LongConsumer bytesRead) {
        try {
            InputStream in = new BufferedInputStream(
                    new CountedInputStream(Files.newInputStream(path), bytesRead), BUFFER_BYTES);
            try {
                return new CsvRows(CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text(zipped ? unzipped(in) : in)));
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw CsvRows.unreadable(e);
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        return zip;
    }

    private static Reader text(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static String onlyEntryOf(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<String> names = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
            if (names.size() != 1) {
                throw new FileRefusedException(
                        String.format(Locale.ROOT, "is a zip of %d files; it must hold exactly one", names.size()));
            }
            String name = names.getFirst();
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }
}
