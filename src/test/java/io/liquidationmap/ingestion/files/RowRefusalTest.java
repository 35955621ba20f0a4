package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.market.BarSeries;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowRefusalTest {

    private static final String HEADER =
            "time,open,high,low,close,volume,taker_buy_volume,open_interest,long_short_ratio,funding_rate";
    private static final String GOOD = "2026-01-01T00:00:00Z,100,110,90,105,50,20,1000,1.5,0.0001";

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
                "2026-01-01T01:00:00Z,x,110,90,105,50,20,1000,1,0 | open is 'x', not a finite decimal number",
                "2026-01-01T01:00:00Z,,110,90,105,50,20,1000,1,0 | open is missing",
                "2026-01-01T01:00:00Z,100,110,90,  ,50,20,1000,1,0 | close is missing",
                "2026-01-01T01:00:00Z,NaN,110,90,105,50,20,1000,1,0 | open is 'NaN', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,Infinity,90,105,50,20,1000,1,0 | high is 'Infinity', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,1e999,90,105,50,20,1000,1,0 | high is '1e999', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,110d,90,105,50,20,1000,1,0 | high is '110d', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,0x6E,90,105,50,20,1000,1,0 | high is '0x6E', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,1_000,90,105,50,20,1000,1,0 | high is '1_000', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,\"1,000\",90,105,50,20,1000,1,0 | high is '1,000', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,1-0,90,105,50,20,1000,1,0 | high is '1-0', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,٣,90,105,50,20,1000,1,0 | high is '٣', not a finite decimal number",
                "2026-01-01T01:00:00Z,0,110,90,105,50,20,1000,1,0 | open must be a positive number",
                "2026-01-01T01:00:00Z,100,110,-90,105,50,20,1000,1,0 | low must be a positive number",
                "2026-01-01T01:00:00Z,100,90,110,105,50,20,1000,1,0 | open and close must lie between low and high",
                "2026-01-01T01:00:00Z,100,110,90,111,50,20,1000,1,0 | open and close must lie between low and high",
                "2026-01-01T01:00:00Z,100,110,90,105,-1,20,1000,1,0 | volume must not be negative",
                "2026-01-01T01:00:00Z,100,110,90,105,null,20,1000,1,0 | volume is 'null', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,110,90,105,50,51,1000,1,0 | taker buy volume must not exceed volume",
                "2026-01-01T01:00:00Z,100,110,90,105,50,20,-1000,1,0 | open interest must not be negative",
                "2026-01-01T01:00:00Z,100,110,90,105,50,20,-,1,0 | open_interest is '-', not a finite decimal number",
                "2026-01-01T01:00:00Z,100,110,90,105,50,20,1000,-1,0 | long/short ratio must not be negative",
                "2026-01-01T01:00:00Z,100,110,90,105,50,20,1000,1 | has 9 fields instead of 10",
                "2026-01-01T01:00:00Z,100,110,90,105,50,20,1000,1,0,0 | has 11 fields instead of 10",
                "2026-01-01T01:00:00Z;100;110 | has 1 fields instead of 10",
                ",100,110,90,105,50,20,1000,1,0 | time is '', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "yesterday,100,110,90,105,50,20,1000,1,0 | time is 'yesterday', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "2026-01-01T01:00:00,100,110,90,105,50,20,1000,1,0 | time is '2026-01-01T01:00:00', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "2026-01-01,100,110,90,105,50,20,1000,1,0 | time is '2026-01-01', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "2026-02-30T01:00:00Z,100,110,90,105,50,20,1000,1,0 | time is '2026-02-30T01:00:00Z', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "2026-01-01T24:00:00Z,100,110,90,105,50,20,1000,1,0 | time is '2026-01-01T24:00:00Z', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "+999999999-01-01T01:00:00Z,100,110,90,105,50,20,1000,1,0 | time is '+999999999-01-01T01:00:00Z', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "-1767229200000,100,110,90,105,50,20,1000,1,0 | time is '-1767229200000', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "1.7672292E12,100,110,90,105,50,20,1000,1,0 | time is '1.7672292E12', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "99999999999999999999,100,110,90,105,50,20,1000,1,0 | time is '99999999999999999999', not RFC 3339 with Z or an offset and not milliseconds since 1970",
                "1767229200,100,110,90,105,50,20,1000,1,0 | time 1767229200 looks like seconds; it must be milliseconds",
                "1767229200000000,100,110,90,105,50,20,1000,1,0 | time 1767229200000000 looks like microseconds; it must be milliseconds",
                "1767229200001,100,110,90,105,50,20,1000,1,0 | time 2026-01-01T01:00:00.001Z is not on a boundary of 1h",
                "2026-01-01T01:30:00Z,100,110,90,105,50,20,1000,1,0 | time 2026-01-01T01:30:00Z is not on a boundary of 1h",
                "2026-01-01T01:00:00.000000001Z,100,110,90,105,50,20,1000,1,0 | time 2026-01-01T01:00:00.000000001Z is not on a boundary of 1h",
                "2026-01-01T06:30:00+05:45,100,110,90,105,50,20,1000,1,0 | time 2026-01-01T00:45:00Z is not on a boundary of 1h",
                "1999-01-01T01:00:00Z,100,110,90,105,50,20,1000,1,0 | time 1999-01-01T01:00:00Z is before 2010-01-01T00:00:00Z",
                "2026-07-01T12:00:00Z,100,110,90,105,50,20,1000,1,0 | the bar of 2026-07-01T12:00:00Z has not ended yet",
                "2030-01-01T01:00:00Z,100,110,90,105,50,20,1000,1,0 | the bar of 2030-01-01T01:00:00Z has not ended yet",
                "2026-01-01T00:00:00Z,100,110,90,105,50,20,1000,1,0 | a row for 2026-01-01T00:00:00Z came before; that one counts",
                "2026-01-01T02:00:00+02:00,100,110,90,105,50,20,1000,1,0 | a row for 2026-01-01T00:00:00Z came before; that one counts"
            })
    void run_refusesRow_andTakesTheOthers(String row, String reason) {
        ImportReport report = bench.run(bench.file("bars.csv", HEADER, GOOD, row));

        Tally tally = report.files().getFirst().tally();
        assertThat(tally.refusals()).containsExactly(new Tally.Refusal(3, 1, reason));
        assertThat(tally.rowsRead()).isEqualTo(2);
        assertThat(tally.rowsRefused()).isOne();
        assertThat(report.isAnythingRefused()).isTrue();
        assertThat(report.lastRefusal()).isEqualTo(reason);
        assertThat(report.written()).isEqualTo(new WriteResult(1, 0, 0));
        assertThat(bench.stored().open(0)).isEqualTo(100);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2026-01-01T01:00:00Z",
                "2026-01-01t01:00:00z",
                "2026-01-01 01:00:00Z",
                "2026-01-01T01:00Z",
                "2026-01-01T01:00:00.000Z",
                "2026-01-01T01:00:00+00:00",
                "2026-01-01T06:45:00+05:45",
                "2025-12-31T17:00:00-08:00",
                "1767229200000",
                " 1767229200000 ",
                "\"1767229200000\""
            })
    void run_readsTime_whateverItsForm(String time) {
        bench.run(bench.file("bars.csv", HEADER, time + ",100,110,90,105,50,20,1000,1.5,0.0001"));

        assertThat(bench.stored().openTimeMs(0)).isEqualTo(1_767_229_200_000L);
    }

    @Test
    void run_readsBlankAsUnknown_andNumbersInAnyForm() {
        ImportReport report = bench.run(
                bench.file("bars.csv", HEADER, "2026-01-01T01:00:00Z,1e2,+110.0,.9E+2, 105. ,,  ,\"\",,-0.0001"));

        assertThat(report.isAnythingRefused()).isFalse();
        BarSeries stored = bench.stored();
        assertThat(stored.open(0)).isEqualTo(100);
        assertThat(stored.high(0)).isEqualTo(110);
        assertThat(stored.low(0)).isEqualTo(90);
        assertThat(stored.close(0)).isEqualTo(105);
        assertThat(stored.volume(0)).isNaN();
        assertThat(stored.takerBuyVolume(0)).isNaN();
        assertThat(stored.openInterest(0)).isNaN();
    }

    @Test
    void run_takesTheGoodRow_whenAnEarlierRowOfItsTimeWasRefused() {
        ImportReport report =
                bench.run(bench.file("bars.csv", HEADER, "2026-01-01T00:00:00Z,100,90,110,105,,,,,", GOOD));

        assertThat(report.rowsRefused()).isOne();
        assertThat(report.written().added()).isOne();
    }

    @Test
    void run_countsAllRefusedRows_butKeepsOnlyTheFirstReasons() {
        String[] lines = new String[101];
        lines[0] = HEADER;
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "never,100,110,90,105,50,20,1000,1,0";
        }

        Tally tally =
                bench.run(bench.file("bars.csv", lines)).files().getFirst().tally();

        assertThat(tally.rowsRefused()).isEqualTo(100);
        assertThat(tally.refusals()).hasSize(20).extracting(Tally.Refusal::line).startsWith(2L, 3L);
    }

    @Test
    void run_namesTheLineInTheFile_whenLinesAreBlankOrFieldsSpanSeveral() {
        ImportReport report =
                bench.run(bench.file("bars.csv", "", HEADER, "", GOOD, "\"never", "more\",100,110,90,105,,,,,", "x"));

        assertThat(report.files().getFirst().tally().refusals())
                .extracting(Tally.Refusal::line, Tally.Refusal::reason)
                .containsExactly(
                        tuple(
                                5L,
                                "time is 'never?more', not RFC 3339 with Z or an offset and not milliseconds since"
                                        + " 1970"),
                        tuple(7L, "has 1 fields instead of 10"));
    }
}
