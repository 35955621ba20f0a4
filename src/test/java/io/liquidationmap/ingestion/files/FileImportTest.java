package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.history.IngestionJournal.Job;
import io.liquidationmap.history.IngestionJournal.Run;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {

    private static final String[] TWO_BARS = {
        "\uFEFFClose, OPEN ,low,high,Time,volume,open_interest,liquidated_long_usd,liquidated_short_usd,"
                + "long_short_ratio,taker_buy_volume,vwap,price_source",
        "105,100,90,110,2026-01-01T00:00:00Z,50,1000,7,8,1.5,20,101,perp",
        "106,105,91,111,2026-01-01T01:00:00Z,60,1010,,,,,,spot"
    };

    @TempDir
    Path folder;

    private ImportBench bench;

    @BeforeEach
    void prepareBench() {
        bench = new ImportBench(folder);
    }

    @Test
    void run_readsColumnsByName_inAnyOrderAndCase() {
        ImportReport report = bench.run(bench.file("bars.csv", TWO_BARS));

        assertThat(report.isAnythingRefused()).isFalse();
        assertThat(report.files().getFirst().tally().ignoredColumns()).containsExactly("price_source");
        BarSeries stored = bench.stored();
        assertThat(stored.size()).isEqualTo(2);
        assertThat(stored.open(0)).isEqualTo(100);
        assertThat(stored.high(0)).isEqualTo(110);
        assertThat(stored.low(0)).isEqualTo(90);
        assertThat(stored.close(0)).isEqualTo(105);
        assertThat(stored.vwap(0)).isEqualTo(101);
        assertThat(stored.volume(0)).isEqualTo(50);
        assertThat(stored.takerBuyVolume(0)).isEqualTo(20);
        assertThat(stored.openInterest(0)).isEqualTo(1000);
        assertThat(stored.longShortRatio(0)).isEqualTo(1.5);
        assertThat(stored.liquidatedLongUsd(0)).isEqualTo(7);
        assertThat(stored.liquidatedShortUsd(0)).isEqualTo(8);
        assertThat(stored.isMark(0)).isFalse();
        assertThat(stored.liquidatedLongUsd(1)).isNaN();
    }

    @Test
    void run_takesCandlesForMarkPrices_whenTold() {
        bench.price = PriceKind.MARK;

        bench.run(bench.file("bars.csv", TWO_BARS));

        assertThat(bench.stored().isMark(0)).isTrue();
    }

    @Test
    void run_changesNothing_whenRepeated() {
        Path file = bench.zip("bars.zip", TWO_BARS);

        assertThat(bench.run(file).written()).isEqualTo(new WriteResult(2, 0, 0));
        ImportReport second = bench.run(file);

        assertThat(second.written()).isEqualTo(new WriteResult(0, 0, 2));
        assertThat(second.coverage())
                .map(SeriesState::version)
                .isEqualTo(bench.bars
                        .series(ImportBench.BITCOIN, Interval.ONE_HOUR)
                        .map(SeriesState::version))
                .contains(1L);
    }

    @Test
    void run_mergesFiles_andReportsEach() {
        ImportReport report = bench.run(
                bench.file("prices.csv", "time,open,high,low,close", "2026-01-01T00:00:00Z,100,110,90,105"),
                bench.file("all.csv", TWO_BARS));

        assertThat(report.files())
                .extracting(file -> file.tally().written())
                .containsExactly(new WriteResult(1, 0, 0), new WriteResult(1, 1, 0));
        assertThat(report.coverage()).hasValueSatisfying(series -> {
            assertThat(series.from()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(series.to()).isEqualTo("2026-01-01T02:00:00Z");
            assertThat(series.bars()).isEqualTo(2);
        });
    }

    @Test
    void run_countsBars_inWhichOpenInterestChangesByMoreThanTheVolume() {
        ImportReport report = bench.run(bench.file(
                "bars.csv",
                "time,open,high,low,close,volume,open_interest",
                "2026-01-01T00:00:00Z,100,110,90,105,50,1000",
                "2026-01-01T01:00:00Z,100,110,90,105,50,1054",
                "2026-01-01T02:00:00Z,100,110,90,105,50,1154",
                "2026-01-01T04:00:00Z,100,110,90,105,50,2154",
                "2026-01-01T05:00:00Z,100,110,90,105,,3154"));

        assertThat(report.files().getFirst().tally().impossibleChanges()).isOne();
        assertThat(report.isAnythingRefused()).isFalse();
    }

    @Test
    void run_comparesOpenInterestAndVolumeOfInverseContracts_inDollars() {
        bench.contract = ContractType.INVERSE;

        // The same 100,000 dollars at half the price, and then 50,000 more.
        ImportReport report = bench.run(bench.file(
                "bars.csv",
                "time,open,high,low,close,volume,open_interest",
                "2026-01-01T00:00:00Z,100,100,100,100,50,1000",
                "2026-01-01T01:00:00Z,100,100,50,50,50,2000",
                "2026-01-01T02:00:00Z,50,50,50,50,50,3000"));

        assertThat(report.files().getFirst().tally().impossibleChanges()).isOne();
    }

    @Test
    void run_tellsHowMuchOfTheFilesWasRead() throws Exception {
        Path plain = bench.file("bars.csv", TWO_BARS);
        Path zipped = bench.zip("bars.zip", TWO_BARS);
        AtomicLong bytes = new AtomicLong();

        bench.fileImport.run(
                new ImportRequest(
                        ImportBench.BITCOIN, Interval.ONE_HOUR, List.of(plain, zipped), null, null, null, null, null),
                bytes::addAndGet);

        assertThat(bytes).hasValueBetween(Files.size(plain) + 1, Files.size(plain) + Files.size(zipped));
    }

    @Test
    void run_isEnteredInTheJournal() {
        bench.run(bench.file("bars.csv", "time,open,high,low,close", "2026-01-01T00:00:00Z,100,110,90,105", "x"));

        assertThat(bench.journal.runs)
                .containsExactly(new Run(
                        ImportBench.BITCOIN,
                        Interval.ONE_HOUR,
                        Job.IMPORT,
                        ImportBench.NOW,
                        ImportBench.NOW,
                        2,
                        1,
                        1,
                        "has 1 fields instead of 5",
                        null));
    }

    @Test
    void run_leavesNoTrace_whenNoFileCanBeUsed() {
        bench.run(bench.file("empty.csv", new byte[0]));

        assertThat(bench.catalog.venues()).isEmpty();
        assertThat(bench.catalog.instruments()).isEmpty();
        assertThat(bench.journal.runs).isEmpty();
    }

    @Test
    void run_takesTheBarThatEndsNow() {
        bench.clock.set(Instant.parse("2026-01-01T01:00:00Z"));

        ImportReport report = bench.run(bench.file("bars.csv", TWO_BARS));

        assertThat(report.written().added()).isOne();
        assertThat(report.lastRefusal()).isEqualTo("the bar of 2026-01-01T01:00:00Z has not ended yet");
    }
}
