package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveImportTest {

    private static final String KLINES =
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore";
    private static final String METRICS = "create_time,symbol,sum_open_interest,sum_open_interest_value,"
            + "count_toptrader_long_short_ratio,sum_toptrader_long_short_ratio,count_long_short_ratio,"
            + "sum_taker_long_short_vol_ratio";

    /// 2026-01-01T00:00Z and 01:00Z.
    private static final String FIRST = "1767225600000,100,110,90,105,50,1767229199999,5100,7,20,2040,0";
    private static final String SECOND = "1767229200000,105,111,91,106,60,1767232799999,6300,8,30,3150,0";
    private static final String MARK = "1767225600000,100.5,109,91,104.5,0,1767229199999,0,3600,0,0,0";

    private static final Offset<Double> ROUNDING = within(1e-12);

    @TempDir
    Path folder;

    private ImportBench bench;

    @BeforeEach
    void prepareBench() {
        bench = new ImportBench(folder);
    }

    @Test
    void run_readsKlines_withAndWithoutHeader() {
        ImportReport report = bench.run(
                bench.zip("BTCUSDT-1h-2026-01.zip", KLINES, FIRST), bench.zip("BTCUSDT-1h-2026-02.zip", SECOND));

        assertThat(report.isAnythingRefused()).isFalse();
        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.tally().ignoredColumns()).isEmpty());
        assertThat(report.rowsRead()).isEqualTo(2);
        BarSeries stored = bench.stored();
        assertThat(stored.size()).isEqualTo(2);
        assertThat(stored.isMark(0)).isFalse();
        assertThat(stored.volume(0)).isEqualTo(50);
        assertThat(stored.takerBuyVolume(0)).isEqualTo(20);
        assertThat(stored.vwap(0)).isEqualTo(102);
        assertThat(stored.close(1)).isEqualTo(106);
    }

    @Test
    void run_readsKlinesOfTheMarkPrice_fromTheirFolder() {
        bench.run(
                bench.zip("markPriceKlines/BTCUSDT-1h-2026-01.zip", MARK),
                bench.zip("klines/BTCUSDT-1h-2026-01.zip", FIRST));

        BarSeries stored = bench.stored();
        assertThat(stored.isMark(0)).isTrue();
        assertThat(stored.high(0)).isEqualTo(109);
        assertThat(stored.volume(0)).isEqualTo(50);
    }

    @Test
    void run_readsKlinesOfTheMarkPrice_whenTold() {
        bench.price = PriceKind.MARK;

        bench.run(bench.zip("a.zip", MARK), bench.zip("b.zip", SECOND));

        BarSeries stored = bench.stored();
        assertThat(stored.isMark(0)).isTrue();
        assertThat(stored.volume(0)).isNaN();
        assertThat(stored.isMark(1)).isFalse();
    }

    @Test
    void run_refusesKlinesWithoutVolume_whenItIsNotSaidWhatTheyAreOf() {
        assertThat(refusal(bench.zip("indexPriceKlines/BTCUSDT-1h-2026-01.zip", MARK)))
                .isEqualTo("has candles without volume, which may be of the mark price, the index price or the premium;"
                        + " give --price=mark if they are of the mark price");
    }

    @Test
    void run_refusesFile_whenItsNameIsOfAnotherInstrument() {
        assertThat(refusal(bench.zip("ETHUSDT-1h-2026-01.zip", FIRST)))
                .isEqualTo("is of ETHUSDT by its name, not of BTCUSDT");
    }

    @Test
    void run_refusesKlines_whenTheyDoNotAddUpToTheInterval() {
        bench.interval = Interval.parse("30m");
        assertThat(refusal(bench.zip("long.zip", FIRST)))
                .isEqualTo("has candles of 1h, which do not add up to bars of 30m");

        bench.interval = Interval.parse("90m");
        assertThat(refusal(bench.zip("odd.zip", FIRST)))
                .isEqualTo("has candles of 1h, which do not add up to bars of 90m");
    }

    @Test
    void run_putsShorterKlinesTogether() {
        bench.interval = Interval.parse("2h");

        ImportReport report = bench.run(bench.zip("BTCUSDT-1h-2026-01.zip", KLINES, FIRST, SECOND));

        assertThat(report.rowsRead()).isEqualTo(2);
        assertThat(report.written()).isEqualTo(new WriteResult(1, 0, 0));
        BarSeries stored = bench.stored();
        assertThat(stored.open(0)).isEqualTo(100);
        assertThat(stored.high(0)).isEqualTo(111);
        assertThat(stored.low(0)).isEqualTo(90);
        assertThat(stored.close(0)).isEqualTo(106);
        assertThat(stored.volume(0)).isEqualTo(110);
        assertThat(stored.takerBuyVolume(0)).isEqualTo(50);
        assertThat(stored.vwap(0)).isEqualTo((5100 + 6300) / 110.0, ROUNDING);
    }

    @Test
    void run_refusesABar_ofWhichAPartIsMissing() {
        bench.interval = Interval.parse("2h");
        String third = "1767232800000,106,112,92,107,70,1767236399999,7300,9,40,4150,0";

        ImportReport report = bench.run(bench.zip("BTCUSDT-1h-2026-01.zip", KLINES, SECOND, third));

        Tally tally = report.files().getFirst().tally();
        assertThat(tally.refusals())
                .containsExactly(
                        new Tally.Refusal(2, 1, "the bar of 2026-01-01T00:00:00Z has only 1 of its 2 parts here"),
                        new Tally.Refusal(3, 1, "the bar of 2026-01-01T02:00:00Z has only 1 of its 2 parts here"));
        assertThat(bench.stored().isEmpty()).isTrue();
    }

    @Test
    void run_refusesAKline_ofAnotherLengthThanTheFirst() {
        String short30 = "1767229200000,105,111,91,106,60,1767230999999,6300,8,30,3150,0";

        ImportReport report = bench.run(bench.zip("BTCUSDT-1h-2026-01.zip", FIRST, short30));

        assertThat(report.lastRefusal()).isEqualTo("the candle is not of 1h as the first one is");
        assertThat(bench.stored().size()).isOne();
    }

    @Test
    void run_readsInverseKlines_inCoins() {
        bench.contract = ContractType.INVERSE;

        // 10,000 contracts worth 10.5 coins.
        bench.run(bench.zip("a.zip", "1767225600000,100,110,90,105,10000,1767229199999,10.5,7,4000,4.2,0"));

        assertThat(bench.stored().volume(0)).isEqualTo(10.5);
        assertThat(bench.stored().takerBuyVolume(0)).isEqualTo(4.2);
        assertThat(bench.stored().vwap(0)).isNaN();
    }

    @Test
    void run_completesBarsWithMetrics_whateverTheOrderOfTheFiles() {
        ImportReport report = bench.run(
                bench.zip(
                        "BTCUSDT-metrics-2026-01-01.zip",
                        METRICS,
                        "2026-01-01 00:55:00,BTCUSDT,990,103950,1,1,1,1",
                        "2026-01-01 01:00:02,BTCUSDT,1000,105000,1.1,1.2,1.3,1.4",
                        "2026-01-01 01:59:59,BTCUSDT,1010.5,107000,,,1.5,"),
                bench.zip("BTCUSDT-1h-2026-01.zip", KLINES, FIRST, SECOND));

        assertThat(report.isAnythingRefused()).isFalse();
        assertThat(report.files())
                .extracting(file -> file.tally().written())
                .containsExactly(new WriteResult(0, 2, 0), new WriteResult(2, 0, 0));
        assertThat(report.files().getFirst().tally().samplesBetweenBars()).isOne();
        BarSeries stored = bench.stored();
        assertThat(stored.openInterest(0)).isEqualTo(1000);
        assertThat(stored.longShortRatio(0)).isEqualTo(1.3);
        assertThat(stored.openInterest(1)).isEqualTo(1010.5);
        assertThat(stored.longShortRatio(1)).isEqualTo(1.5);
        assertThat(stored.volume(1)).isEqualTo(60);
    }

    @Test
    void run_refusesMetrics_whereNoBarIsStored() {
        ImportReport report = bench.run(
                bench.zip("BTCUSDT-1h-2026-01.zip", KLINES, FIRST),
                bench.zip(
                        "BTCUSDT-metrics-2026-01-01.zip",
                        METRICS,
                        "2026-01-01 01:00:00,BTCUSDT,1000,105000,1,1,1,1",
                        "2026-01-01 02:00:00,BTCUSDT,1000,105000,1,1,1,1"));

        assertThat(report.files().get(1).tally().refusals())
                .containsExactly(new Tally.Refusal(
                        3,
                        1,
                        "no bar of 2026-01-01T01:00:00Z is stored that the sample could complete; give the candles"
                                + " too"));
        assertThat(bench.stored().openInterest(0)).isEqualTo(1000);
    }

    @Test
    void run_readsMetricsLabelledByTheBeginning_asOfTheEnd() {
        // 2026-06-25T00:00Z.
        String kline = "1782345600000,100,110,90,105,50,1782349199999,5100,7,20,2040,0";

        bench.run(
                bench.zip("BTCUSDT-1h-2026-06.zip", KLINES, kline),
                bench.zip("BTCUSDT-metrics-2026-06-25.zip", METRICS, "2026-06-25 00:55:00,BTCUSDT,1000,1,1,1,1,1"));

        assertThat(bench.stored().openInterest(0)).isEqualTo(1000);
    }

    @Test
    void run_refusesImpossibleMetrics() {
        ImportReport report = bench.run(
                bench.zip("BTCUSDT-1h-2026-01.zip", KLINES, FIRST),
                bench.zip(
                        "metrics.zip",
                        METRICS,
                        "2026-01-01 01:00:00,ETHUSDT,1000,105000,1,1,1,1",
                        "2026-01-01 01:00:00,BTCUSDT,0E-8,0,1,1,1,1",
                        "2026-01-01 01:02:00,BTCUSDT,1000,105000,1,1,1,1",
                        "01/01/2026 01:00,BTCUSDT,1000,105000,1,1,1,1",
                        "2026-01-01 01:00:00,BTCUSDT,,,,,2,",
                        "2026-01-01 01:00:00,BTCUSDT,1000,105000,1,1,1,1"));

        assertThat(report.files().get(1).tally().refusals())
                .extracting(Tally.Refusal::reason)
                .containsExactly(
                        "is of 'ETHUSDT', not of BTCUSDT",
                        "open interest must be positive",
                        "2026-01-01T01:02:00Z is not at the end of five minutes",
                        "time is '01/01/2026 01:00', not yyyy-MM-dd HH:mm:ss",
                        "a row for 2026-01-01T01:00:00Z came before; that one counts");
        assertThat(bench.stored().longShortRatio(0)).isEqualTo(2);
        assertThat(bench.stored().openInterest(0)).isNaN();
    }

    private String refusal(Path file) {
        ImportReport report = bench.run(file);
        assertThat(report.coverage()).isEmpty();
        return String.valueOf(report.files().getFirst().tally().fileRefusal());
    }
}
