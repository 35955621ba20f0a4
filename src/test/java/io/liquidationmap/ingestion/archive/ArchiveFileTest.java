package io.liquidationmap.ingestion.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveFileTest {

    private static final String KLINE =
            "1711929600000,70000.1,70100,69900,70050,12.5,1711929899999,875625,310,6.5,455000,0\n";
    private static final String METRICS_HEADER =
            "create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,"
                    + "sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio\n";

    @Test
    void read_takesKlines_withAndWithoutHeader() throws IOException {
        String header = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                + "taker_buy_quote_volume,ignore\n";
        Kline expected =
                new Kline(Instant.parse("2024-04-01T00:00:00Z"), 70_000.1, 70_100, 69_900, 70_050, 12.5, 875_625, 6.5);

        assertThat(ArchiveFile.read(zip(KLINE)).klines()).containsExactly(expected);
        assertThat(ArchiveFile.read(zip(header + KLINE)).klines()).containsExactly(expected);
    }

    @Test
    void read_takesMetrics_labelledByTheEnd() throws IOException {
        ArchiveFile file = ArchiveFile.read(zip(METRICS_HEADER
                + "2024-01-01 00:05:00,BTCUSDT,73839.811,3133154733.16,1.36,1.26,1.5,2.8\n"
                + "2024-01-02 00:00:00,BTCUSDT,73840,3133154733.16,1.36,1.26,1.5,2.8\n"));

        assertThat(file.samples())
                .containsExactly(
                        new PositioningSample(Instant.parse("2024-01-01T00:05:00Z"), 73_839.811, 1.5, 1.36, 1.26),
                        new PositioningSample(Instant.parse("2024-01-02T00:00:00Z"), 73_840.0, 1.5, 1.36, 1.26));
    }

    @Test
    void read_takesMetrics_labelledByTheBeginning_sinceTheArchiveChanged() throws IOException {
        String sameLabel = "2026-06-25 00:00:00,BTCUSDT,90000,1,1,1,1,1\n";
        ArchiveFile lastOld = ArchiveFile.read(zip("2026-06-24 00:05:00,BTCUSDT,90000,1,1,1,1,1\n" + sameLabel));
        ArchiveFile firstNew = ArchiveFile.read(zip(sameLabel + "2026-06-25 23:55:00,BTCUSDT,90000,1,1,1,1,1\n"));

        assertThat(lastOld.samples())
                .extracting(PositioningSample::at)
                .containsExactly(Instant.parse("2026-06-24T00:05:00Z"), Instant.parse("2026-06-25T00:00:00Z"));
        assertThat(firstNew.samples())
                .extracting(PositioningSample::at)
                .containsExactly(Instant.parse("2026-06-25T00:05:00Z"), Instant.parse("2026-06-26T00:00:00Z"));
    }

    @Test
    void read_leavesEmptyRatiosUnknown() throws IOException {
        ArchiveFile file = ArchiveFile.read(zip("2024-01-01 00:05:00,BTCUSDT,73839.811,1,,,,\n"));

        assertThat(file.samples())
                .containsExactly(
                        new PositioningSample(Instant.parse("2024-01-01T00:05:00Z"), 73_839.811, null, null, null));
        assertThat(file.badLines()).isEmpty();
    }

    @Test
    void read_takesLabelsThatAreSecondsOff() throws IOException {
        ArchiveFile file = ArchiveFile.read(zip("""
                2024-01-01 00:05:02,BTCUSDT,1,1,1,1,1,1
                2024-01-01 00:09:58,BTCUSDT,2,1,1,1,1,1
                2024-01-01 00:12:30,BTCUSDT,3,1,1,1,1,1
                """));

        assertThat(file.samples())
                .extracting(PositioningSample::at)
                .containsExactly(Instant.parse("2024-01-01T00:05:00Z"), Instant.parse("2024-01-01T00:10:00Z"));
        assertThat(file.badLines())
                .containsExactly(new ArchiveFile.BadLine(3, "2024-01-01T00:12:30Z is not at the end of five minutes"));
    }

    @Test
    void read_reportsLinesItCannotRead_andKeepsTheRest() throws IOException {
        ArchiveFile file = ArchiveFile.read(zip("1711929600000,oops,1,1,1,1,1,1,1,1,1,0\n1711929600000,1,1\n" + KLINE));

        assertThat(file.klines()).hasSize(1);
        assertThat(file.badLines()).extracting(ArchiveFile.BadLine::line).containsExactly(1L, 2L);
    }

    @Test
    void read_refusesWhatIsNoZipFileWithACsvFileInside() {
        assertThatIOException()
                .isThrownBy(
                        () -> ArchiveFile.read(new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8))));
        assertThatIOException().isThrownBy(() -> ArchiveFile.read(zip("readme.txt", "hello")));
    }

    private static InputStream zip(String csv) {
        return zip("BTCUSDT.csv", csv);
    }

    private static InputStream zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
