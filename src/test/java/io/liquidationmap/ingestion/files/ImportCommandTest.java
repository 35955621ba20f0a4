package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.calibration.CalibrationStatus;
import io.liquidationmap.calibration.CalibrationWalk;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine;

class ImportCommandTest {

    private static final String NOT_CALIBRATED =
            "binance:BTCUSDT calibration: 0 of 0 moments calibrated, none; the next from 2026-03-02T01:00:00Z on";

    private static final String GOOD = "2026-01-01T00:00:00Z,100,110,90,105";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ImportBench bench;
    private int starts;

    @BeforeEach
    void prepareBench() {
        bench = new ImportBench(folder);
    }

    @Test
    void execute_printsTheSummary_andIsZero() {
        Path file = bench.file(
                "bars.csv", "time,open,high,low,close,color", GOOD + ",", "2026-01-01T02:00:00Z,100,110,90,105,");

        int status = execute("--venue=binance", "--symbol=BTCUSDT", "--interval=1h", file.toString());

        assertThat(status).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        file + ": 2 rows read, 0 refused; 2 bars new, 0 changed, 0 unchanged",
                        "  ignored column: 'color'",
                        "binance:BTCUSDT 1h: 2 bars from 2026-01-01T00:00:00Z to 2026-01-01T03:00:00Z, 1 missing"
                                + " between",
                        NOT_CALIBRATED);
        assertThat(err.toString()).contains("import 100%");
    }

    @Test
    void execute_saysThatNothingChanged_whenRepeated() {
        Path file = bench.file("bars.csv", "time,open,high,low,close", GOOD);
        execute("--venue=binance", "--symbol=BTCUSDT", "--interval=1h", file.toString());
        out.getBuffer().setLength(0);

        int status = execute("--venue=binance", "--symbol=BTCUSDT", "--interval=1h", file.toString());

        assertThat(status).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        file + ": 1 rows read, 0 refused; 0 bars new, 0 changed, 1 unchanged",
                        "binance:BTCUSDT 1h: 1 bars from 2026-01-01T00:00:00Z to 2026-01-01T01:00:00Z, 0 missing"
                                + " between",
                        "nothing changed",
                        NOT_CALIBRATED);
    }

    @Test
    void execute_isOne_andListsTheReasons_whenRowsAreRefused() {
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close", GOOD));
        for (int i = 0; i < 25; i++) {
            lines.add("x");
        }
        Path file = bench.file("bars.csv", lines.toArray(String[]::new));

        int status = execute("--venue=binance", "--symbol=BTCUSDT", "--interval=1h", file.toString());

        assertThat(status).isEqualTo(1);
        assertThat(out.toString())
                .contains("26 rows read, 25 refused; 1 bars new, 0 changed, 0 unchanged")
                .contains("  line 3 refused: has 1 fields instead of 5")
                .contains("  line 22 refused:")
                .doesNotContain("  line 23 refused:")
                .contains("  and 5 more rows refused");
    }

    @Test
    void execute_isOne_whenAFileIsRefused() {
        Path file = bench.file("bars.csv", new byte[0]);

        int status = execute("--venue=binance", "--symbol=BTCUSDT", "--interval=1h", file.toString());

        assertThat(status).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(file + ": refused, is empty", "binance:BTCUSDT 1h: no bar stored", "nothing changed");
    }

    @Test
    void execute_passesOnAllOptions() {
        Path file = bench.file("bars.csv", "time,open,high,low,close", "2026-01-01T00:05:00Z,100,110,90,105");

        int status = execute(
                "--venue",
                "mine",
                "--symbol",
                "ABC",
                "--interval",
                "5m",
                "--base",
                "xbt",
                "--quote",
                "Usd",
                "--contract",
                "inverse",
                "--price",
                "MARK",
                file.toString());

        assertThat(status).isZero();
        InstrumentId id = InstrumentId.of("mine", "ABC");
        assertThat(bench.catalog.find(id)).hasValueSatisfying(instrument -> {
            assertThat(instrument.base()).isEqualTo("XBT");
            assertThat(instrument.quote()).isEqualTo("USD");
            assertThat(instrument.contract()).hasToString("INVERSE");
        });
        assertThat(bench.bars
                        .read(id, Interval.FIVE_MINUTES, ImportBench.NOW.minusSeconds(86400 * 365), ImportBench.NOW)
                        .isMark(0))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--symbol=BTCUSDT --interval=1h FILE | Missing required option: '--venue=NAME'",
                "--venue=binance --interval=1h FILE | Missing required option: '--symbol=SYMBOL'",
                "--venue=binance --symbol=BTCUSDT FILE | Missing required option: '--interval=LENGTH'",
                "--venue=binance --symbol=BTCUSDT --interval=1h | Missing required parameter: 'FILE'",
                "--venue=Binance --symbol=BTCUSDT --interval=1h FILE | Invalid value for option '--venue': a venue name must be 1 to 32 characters",
                "--venue=binance --symbol=BTC$ --interval=1h FILE | Invalid value for option '--symbol': a symbol must be",
                "--venue=binance --symbol=BTCUSDT --interval=7m FILE | Invalid value for option '--interval': an interval must be <n>m",
                "--venue=binance --symbol=BTCUSDT --interval=1w FILE | Invalid value for option '--interval': an interval must be <n>m",
                "--venue=binance --symbol=BTCUSDT --interval=1h --price=index FILE | Invalid value for option '--price': expected one of [MARK, LAST] (case-insensitive) but was 'index'",
                "--venue=binance --symbol=BTCUSDT --interval=1h --contract=quanto FILE | Invalid value for option '--contract': expected one of [LINEAR, INVERSE] (case-insensitive) but was 'quanto'",
                "--venue=binance --symbol=BTCUSDT --interval=1h --force FILE | Unknown option: '--force'",
                "--venue=binance --symbol=BTCUSDT --interval=1h FILE missing.csv | FILE missing.csv is no file that can be read",
                "--venue=binance --symbol=BTCUSDT --interval=1h FOLDER | is no file that can be read",
            })
    void execute_isTwo_beforeAnythingStarts_whenArgumentsAreWrong(String arguments, String message) {
        String file = bench.file("bars.csv", "time,open,high,low,close", GOOD).toString();

        int status = execute(arguments
                .replace("FILE", file)
                .replace("FOLDER", folder.toString())
                .split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains(message).contains("Try 'import --help'.");
        assertThat(starts).isZero();
    }

    @Test
    void execute_isTwo_whenTheSymbolDoesNotTellBaseAndQuote() {
        Path file = bench.file("bars.csv", "time,open,high,low,close", GOOD);

        int status = execute("--venue=kraken", "--symbol=PF_XBTUSD", "--interval=1h", file.toString());

        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .contains("the symbol PF_XBTUSD does not tell base and quote")
                .contains("give --base");
        assertThat(bench.catalog.venues()).isEmpty();
    }

    @Test
    void execute_isThree_whenTheApplicationDoesNotStart() {
        Path file = bench.file("bars.csv", "time,open,high,low,close", GOOD);
        CommandLine command = new ImportCommand(() -> {
                    throw new IllegalStateException("outer", new IllegalStateException("no database"));
                })
                .commandLine()
                .setErr(new PrintWriter(err, true));

        int status = command.execute("--venue=binance", "--symbol=BTCUSDT", "--interval=1h", file.toString());

        assertThat(status).isEqualTo(3);
        assertThat(err.toString()).contains("The import failed: ").contains("no database");
    }

    @Test
    void execute_explainsItself() {
        int status = execute("--help");

        assertThat(status).isZero();
        assertThat(out.toString())
                .contains(
                        "Usage: import", "--venue=NAME", "--contract=linear|inverse", "open_interest", "Exit status:");
        assertThat(starts).isZero();
    }

    @Test
    void isMeantBy_looksAtTheFirstArgument() {
        assertThat(ImportCommand.isMeantBy("import", "--help")).isTrue();
        assertThat(ImportCommand.isMeantBy()).isFalse();
        assertThat(ImportCommand.isMeantBy("--server.port=1", "import")).isFalse();
    }

    private int execute(String... arguments) {
        return new ImportCommand(this::start)
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private ConfigurableApplicationContext start() {
        starts++;
        GenericApplicationContext context = new GenericApplicationContext();
        context.registerBean(FileImport.class, () -> bench.fileImport);
        context.registerBean(CalibrationWalk.class, bench.calibrations::newWalk);
        context.registerBean(CalibrationStatus.class, bench.calibrations::status);
        context.refresh();
        return context;
    }
}
