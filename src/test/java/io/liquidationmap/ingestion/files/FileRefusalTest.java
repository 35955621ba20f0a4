package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRefusalTest {

    private static final String GOOD = "time,open,high,low,close\n2026-01-01T00:00:00Z,100,110,90,105\n";

    @TempDir
    Path folder;

    private ImportBench bench;

    @BeforeEach
    void prepareBench() {
        bench = new ImportBench(folder);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is empty",
                "2026-01-01T00:00:00Z,100,110,90,105 | has no header row; its first line is '2026-01-01t00:00:00z,100,110,90,105'",
                "time,open,high,low | lacks the column close; its header is 'time,open,high,low'",
                "date,o,h,l,c | lacks the column close, high, low, open, time; its header is 'date,o,h,l,c'",
                "time;open;high;low;close | lacks the column close, high, low, open, time; its header is 'time;open;high;low;close'",
                "time,open,high,low,close,Open | has the column 'open' twice",
                "open_time,close_time,open | lacks the column close, count, high, low, quote_volume, taker_buy_quote_volume, taker_buy_volume, volume; its header is 'open_time,close_time,open'",
                "create_time,sum_open_interest | lacks the column count_long_short_ratio, count_toptrader_long_short_ratio, sum_open_interest_value, sum_toptrader_long_short_ratio, symbol; its header is 'create_time,sum_open_interest'",
                "<!doctype html> | lacks the column close, high, low, open, time; its header is '<!doctype html>'",
            })
    void run_refusesFile_whenItsHeaderDoesNotFit(String firstLine, String reason) {
        assertRefused(bench.file("bars.csv", firstLine), reason);
    }

    @Test
    void run_refusesFile_whenItIsNotUtf8() {
        byte[] latin = (GOOD + "2026-01-01T01:00:00Z,100,110,90,105 \u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(bench.file("latin.csv", latin), "is not text in UTF-8");
        assertRefused(bench.file("utf16.csv", GOOD.getBytes(StandardCharsets.UTF_16)), "is not text in UTF-8");
    }

    @Test
    void run_refusesFile_whenItIsGzipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(bench.file("bars.csv.gz", bytes.toByteArray()), "is a gzip file; unpack it first");
    }

    @Test
    void run_refusesFile_whenTheZipHoldsSeveral() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("one.csv"));
            zip.putNextEntry(new ZipEntry("two.csv"));
        }
        assertRefused(bench.file("bars.zip", bytes.toByteArray()), "is a zip of 2 files; it must hold exactly one");
    }

    @Test
    void run_refusesFile_whenTheZipIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(bench.zip("bars.zip", GOOD));
        assertThat(refusal(bench.file("cut.zip", Arrays.copyOf(whole, whole.length / 2))))
                .startsWith("is a damaged zip: ");
        byte[] flipped = whole.clone();
        flipped[60] ^= 0x10;
        assertThat(refusal(bench.file("flipped.zip", flipped))).startsWith("is a damaged zip: ");
    }

    @Test
    void run_refusesFile_whenAQuoteIsNeverClosed() {
        assertThat(refusal(bench.file("bars.csv", GOOD + "\"2026-01-01T01:00:00Z,100,110,90,105")))
                .startsWith("is not well-formed CSV: ");
    }

    @Test
    void run_refusesFile_whenItsRowsAreCloserThanTheInterval() {
        Path file = bench.file(
                "bars.csv",
                "time,open,high,low,close",
                "2026-01-01T00:00:00Z,100,110,90,105",
                "2026-01-01T00:05:00Z,100,110,90,105",
                "2026-01-01T00:10:00Z,100,110,90,105",
                "2026-01-01T01:00:00Z,100,110,90,105");

        assertRefused(file, "has a row every 300 s, not every 1h");
    }

    @Test
    void run_storesNothingOfAFile_whenItTurnsOutUnreadableFarIntoIt() {
        StringBuilder text = new StringBuilder("time,open,high,low,close\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(1_577_836_800_000L + i * 3_600_000L).append(",100,110,90,105\n");
        }
        bench.clock.set(Instant.parse("2036-01-01T00:00:00Z"));
        byte[] bytes = text.append('?').toString().getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertRefused(bench.file("bars.csv", bytes), "is not text in UTF-8");
    }

    @Test
    void run_importsTheOtherFiles_whenOneIsRefused() {
        ImportReport report = bench.run(
                bench.file("bad.csv", "nothing"), bench.file("good.csv", GOOD), bench.file("empty.csv", new byte[0]));

        assertThat(report.files())
                .extracting(file -> file.tally().fileRefusal() != null)
                .containsExactly(true, false, true);
        assertThat(report.written().added()).isOne();
        assertThat(report.isAnythingRefused()).isTrue();
    }

    private void assertRefused(Path file, String reason) {
        assertThat(refusal(file)).isEqualTo(reason);
    }

    private String refusal(Path file) {
        ImportReport report = bench.run(file);
        assertThat(report.isAnythingRefused()).isTrue();
        assertThat(report.coverage()).isEmpty();
        assertThat(bench.stored().isEmpty()).isTrue();
        return Objects.requireNonNull(report.files().getFirst().tally().fileRefusal());
    }
}
