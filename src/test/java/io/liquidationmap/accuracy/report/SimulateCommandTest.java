package io.liquidationmap.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine command = new SimulateCommand().commandLine();
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    @Test
    void market_isPrintedBarByBar() {
        assertThat(execute("--days=2")).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(1 + 48);
        assertThat(lines.getFirst()).startsWith("time,open,high,low,close").contains("liquidated_long_usd");
        assertThat(lines.get(1)).startsWith("2025-01-01T00:00:00Z,");
    }

    @Test
    void sameArguments_giveTheSameFile_andTheFeedChangesLiquidationsAlone() throws Exception {
        Path one = folder.resolve("one.csv");
        Path again = folder.resolve("again.csv");
        Path without = folder.resolve("without.csv");

        assertThat(execute("--days=3", "--seed=7", "--hostile", "--out=" + one)).isZero();
        assertThat(execute("--days=3", "--seed=7", "--hostile", "--out=" + again))
                .isZero();
        assertThat(execute("--days=3", "--seed=7", "--hostile", "--feed=none", "--out=" + without))
                .isZero();

        assertThat(again).hasSameTextualContentAs(one);
        assertThat(prices(without)).isEqualTo(prices(one));
        assertThat(Files.readAllLines(without).get(1)).endsWith(",,");
    }

    private static List<String> prices(Path file) throws Exception {
        return Files.readAllLines(file).stream()
                .map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "--days=0, 0 is not from 1 to 1000",
        "--days=1001, 1001 is not from 1 to 1000",
        "--interval=7m, dividing a day",
        "--feed=some, complete",
        "--from=2025-01-01T00:30:00Z, boundary"
    })
    void wrongArguments_areNamed(String argument, String reason) {
        assertThat(execute(argument)).isEqualTo(2);
        assertThat(err.toString()).containsIgnoringCase(reason);
    }
}
