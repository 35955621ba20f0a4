package io.liquidationmap.ingestion.archive;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// One zipped CSV file of the public archive: klines or positioning statistics ("metrics"), told apart by their
/// columns. Old files have no header row, newer ones do.
///
/// @param klines the rows of a kline file
/// @param samples the rows of a metrics file
/// @param badLines what could not be read
public record ArchiveFile(List<Kline> klines, List<PositioningSample> samples, List<BadLine> badLines) {

    private static final int KLINE_COLUMNS = 11;
    private static final int METRICS_COLUMNS = 7;

    public ArchiveFile {
        klines = List.copyOf(klines);
        samples = List.copyOf(samples);
        badLines = List.copyOf(badLines);
    }

    /// A line that could not be read.
    ///
    /// @param line its number in the CSV file, from 1
    /// @param reason what is wrong with it
    public record BadLine(long line, String reason) {}

    /// Reads the first CSV file inside a zip file.
    ///
    /// @param zip the whole zip file; is not closed
    /// @throws IOException if it is no zip file with a CSV file inside
    public static ArchiveFile read(InputStream zip) throws IOException {
        ZipInputStream entries = new ZipInputStream(zip);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".csv")) {
                return parse(entries);
            }
        }
        throw new IOException("not a zip file with a CSV file inside");
    }

    private static ArchiveFile parse(InputStream csv) throws IOException {
        Parser parser = new Parser();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            for (CsvRecord row : records) {
                parser.accept(row);
            }
        } catch (CsvParseException e) {
            throw new IOException("not CSV: " + e.getMessage(), e);
        }
        return parser.finish();
    }

    private static final class Parser {
        private final List<Kline> klines = new ArrayList<>();
        private final List<PositioningSample> labelled = new ArrayList<>();
        private final List<BadLine> badLines = new ArrayList<>();

        void accept(CsvRecord row) {
            String first = row.getField(0);
            if (first.isEmpty() || Character.isLetter(first.charAt(0))) {
                return;
            }
            try {
                if (first.indexOf('-') > 0) {
                    labelled.add(sample(row));
                } else {
                    klines.add(kline(row));
                }
            } catch (IllegalArgumentException | DateTimeParseException e) {
                badLines.add(new BadLine(row.getStartingLineNumber(), String.valueOf(e.getMessage())));
            }
        }

        ArchiveFile finish() {
            return new ArchiveFile(klines, atEndOfPeriod(labelled), badLines);
        }

        private static Kline kline(CsvRecord row) {
            requireColumns(row, KLINE_COLUMNS);
            return new Kline(
                    Instant.ofEpochMilli(Long.parseLong(row.getField(0))),
                    number(row, 1),
                    number(row, 2),
                    number(row, 3),
                    number(row, 4),
                    number(row, 5),
                    number(row, 7),
                    number(row, 9));
        }

        private static PositioningSample sample(CsvRecord row) {
            requireColumns(row, METRICS_COLUMNS);
            return new PositioningSample(
                    MetricsLabels.parse(row.getField(0)),
                    optional(row, 2),
                    optional(row, 6),
                    optional(row, 4),
                    optional(row, 5));
        }

        private static List<PositioningSample> atEndOfPeriod(List<PositioningSample> labelled) {
            Duration lag = MetricsLabels.lag(
                    labelled.stream().map(PositioningSample::at).toList());
            return labelled.stream()
                    .map(sample -> new PositioningSample(
                            sample.at().plus(lag),
                            sample.openInterest(),
                            sample.longShortRatio(),
                            sample.topAccountRatio(),
                            sample.topPositionRatio()))
                    .toList();
        }

        private static void requireColumns(CsvRecord row, int count) {
            if (row.getFieldCount() < count) {
                throw new IllegalArgumentException("has " + row.getFieldCount() + " columns instead of " + count);
            }
        }

        private static double number(CsvRecord row, int column) {
            return Double.parseDouble(row.getField(column));
        }

        private static @Nullable Double optional(CsvRecord row, int column) {
            String field = row.getField(column).strip();
            return field.isEmpty() ? null : Double.valueOf(field);
        }
    }
}
