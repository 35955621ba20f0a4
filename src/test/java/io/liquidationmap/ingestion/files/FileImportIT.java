package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@PostgresTest
@ActiveProfiles(ImportCommand.NAME)
@Import({FileImport.class, InstrumentRegistration.class})
class FileImportIT {

    private static final InstrumentId BITCOIN = InstrumentId.of("mine", "BTC-USDT-SWAP");
    private static final Instant BEGINNING = Instant.parse("2019-12-30T00:00:00Z");
    private static final int BARS = 20_000;

    @TempDir
    Path folder;

    @Autowired
    FileImport fileImport;

    @Autowired
    BarHistory bars;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    IngestionJournal journal;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient database;

    private ImportBench files;

    @BeforeEach
    void prepareFiles() {
        files = new ImportBench(folder);
        clock.set(Instant.parse("2026-07-01T00:00:00Z"));
    }

    @Test
    void run_storesEveryRow_exactlyAsWritten() {
        ImportReport report = run(files.file("bars.csv", hourly(BARS)));

        assertThat(report.isAnythingRefused()).isFalse();
        assertThat(report.written()).isEqualTo(new WriteResult(BARS, 0, 0));
        BarSeries stored = bars.read(BITCOIN, Interval.ONE_HOUR, BEGINNING, clock.instant());
        assertThat(stored.size()).isEqualTo(BARS);
        for (int i = 0; i < BARS; i++) {
            assertThat(stored.openTimeMs(i)).isEqualTo(BEGINNING.toEpochMilli() + i * 3_600_000L);
            assertThat(stored.close(i)).isEqualTo(100 + i * 0.1);
            assertThat(stored.volume(i)).isEqualTo(Double.valueOf(i % 3 == 0 ? Double.NaN : i));
            assertThat(stored.openInterest(i)).isEqualTo(1000.001 + i);
        }
    }

    @Test
    void run_makesVenueInstrumentAndMarginsKnown() {
        run(files.file("bars.csv", hourly(1)));

        assertThat(catalog.venues()).containsExactly(new KnownVenue(new Venue("mine"), false));
        assertThat(catalog.find(BITCOIN)).hasValueSatisfying(instrument -> {
            assertThat(instrument.base()).isEqualTo("BTC");
            assertThat(instrument.quote()).isEqualTo("USDT");
            assertThat(instrument.contract()).isEqualTo(ContractType.LINEAR);
        });
        assertThat(catalog.marginSchedule(BITCOIN, BEGINNING)).contains(MarginSchedule.assumed(ContractType.LINEAR));
        assertThat(journal.states()).singleElement().satisfies(state -> {
            assertThat(state.instrument()).isEqualTo(BITCOIN);
            assertThat(state.lastSuccess()).isEqualTo(clock.instant());
        });
    }

    @Test
    void run_changesNoRow_whenRepeated() {
        Path file = files.file("bars.csv", hourly(BARS));
        run(file);
        List<String> before = physicalRows();

        ImportReport second = run(file);

        assertThat(second.written()).isEqualTo(new WriteResult(0, 0, BARS));
        assertThat(second.coverage()).map(SeriesState::version).contains(1L);
        assertThat(physicalRows()).isEqualTo(before);
    }

    @Test
    void run_storesNothing_whenTheFileTurnsOutUnreadableFarIntoIt() {
        byte[] text = String.join("\n", hourly(BARS)).getBytes(StandardCharsets.UTF_8);
        text[text.length - 2] = (byte) 0xFF;

        ImportReport report = run(files.file("bars.csv", text), files.file("other.csv", hourly(2)));

        assertThat(report.files().getFirst().tally().fileRefusal()).isEqualTo("is not text in UTF-8");
        assertThat(report.coverage()).map(SeriesState::bars).contains(2L);
    }

    @Test
    void run_completesStoredBarsWithMetrics() {
        run(files.file("bars.csv", hourly(3)));

        ImportReport report = run(files.zip(
                "BTCUSDTSWAP-metrics-2019-12-30.zip",
                "create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,"
                        + "sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio",
                "2019-12-30 01:00:00,BTCUSDTSWAP,1000.001,1,1.1,1.2,1.3,1",
                "2019-12-30 02:00:00,BTCUSDTSWAP,5555.5,1,1.1,1.2,1.3,1"));

        assertThat(report.isAnythingRefused()).isFalse();
        assertThat(report.written()).isEqualTo(new WriteResult(0, 2, 0));
        BarSeries stored = bars.read(BITCOIN, Interval.ONE_HOUR, BEGINNING, clock.instant());
        assertThat(stored.openInterest(1)).isEqualTo(5555.5);
        assertThat(stored.longShortRatio(1)).isEqualTo(1.3);
        assertThat(stored.close(1)).isEqualTo(100.1);
        assertThat(stored.volume(1)).isEqualTo(1);
    }

    private ImportReport run(Path... paths) {
        return fileImport.run(
                new ImportRequest(BITCOIN, Interval.ONE_HOUR, List.of(paths), null, null, null, null, null), _ -> {});
    }

    /// Where each row lies: another place after any update, even one to the same values.
    private List<String> physicalRows() {
        return database.sql("select tableoid::regclass::text || ctid::text from bar order by open_time")
                .query(String.class)
                .list();
    }

    private static String[] hourly(int count) {
        String[] lines = new String[count + 1];
        lines[0] = "time,open,high,low,close,volume,open_interest";
        for (int i = 0; i < count; i++) {
            double price = 100 + i * 0.1;
            lines[i + 1] = String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%s,%s,%s",
                    BEGINNING.plusSeconds(i * 3600L),
                    price,
                    price + 1,
                    price - 1,
                    price,
                    i % 3 == 0 ? "" : String.valueOf(i),
                    1000.001 + i);
        }
        return lines;
    }
}
