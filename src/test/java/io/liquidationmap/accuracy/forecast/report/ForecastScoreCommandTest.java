package io.liquidationmap.accuracy.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.MarketCsv;
import io.liquidationmap.simulation.Worlds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ForecastScoreCommandTest {

    private static final int DAYS = 75;
    private static final BarSeries BARS = Worlds.ordinary(1, 1)
            .getFirst()
            .market(Instant.parse("2025-12-01T00:00:00Z"), Interval.ONE_HOUR, LiquidationFeed.COMPLETE)
            .record(24 * DAYS, Set.of())
            .bars();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");
    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("bars.csv");
        try (Writer writer = Files.newBufferedWriter(file)) {
            MarketCsv.write(BARS, writer);
        }
    }

    @Test
    void scores_arePrinted_andWrittenAsMarkdownAndJson() throws IOException {
        Path markdown = folder.resolve("scores.md");
        Path json = folder.resolve("scores.json");

        int status = execute("--file=" + file, "--markdown=" + markdown, "--json=" + json);

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString())
                .isEqualTo(Files.readString(markdown))
                .contains("Model `conserved-1`, forced share 0.55")
                .containsPattern("\\| 4h \\| both \\| 2026-01-10 \\| 2026-02-14 \\| 41\\d \\| 0\\.\\d{3} \\|");
        String figures = Files.readString(json);
        assertThat(JsonPath.<List<String>>read(figures, "$.scores[*].bucket"))
                .containsExactly("1h", "1h", "1h", "4h", "4h", "4h");
        assertThat(JsonPath.<List<String>>read(figures, "$.scores[*].side"))
                .containsExactly("both", "long", "short", "both", "long", "short");
        assertThat(JsonPath.<Double>read(figures, "$.scores[3].score.map.spearman"))
                .isBetween(0.5, 1.0);
        assertThat(JsonPath.<List<Object>>read(figures, "$.scores[3].score.calibration.deciles"))
                .hasSize(10);
    }

    @Test
    void unknownFigure_isNullInJson() throws IOException {
        Path json = folder.resolve("scores.json");
        keepRows(24 * 50 + 1);

        assertThat(execute("--file=" + file, "--json=" + json)).isZero();

        assertThat(JsonPath.<Object>read(Files.readString(json), "$.scores[3].score.skill.low"))
                .isNull();
        assertThat(out.toString())
                .containsPattern("\\| [+-]0\\.\\d{3} \\| [+-]0\\.\\d{3} \\|")
                .doesNotContain("NaN");
    }

    @Test
    void refusedRows_areNamed_andTheRestIsScored() throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(file));
        rows.set(7, rows.get(7).replaceFirst(",[^,]*", ",x"));
        Files.write(file, rows);

        assertThat(execute("--file=" + file)).isEqualTo(1);

        assertThat(err.toString()).startsWith("line 8 refused: open");
        assertThat(out.toString()).contains("| 4h | both |");
    }

    @Test
    void barsOfTheFuture_areRefused() {
        now = Instant.parse("2026-02-13T23:30:00Z");

        assertThat(execute("--file=" + file)).isEqualTo(1);

        assertThat(err.toString()).contains("has not ended yet");
    }

    @Test
    void historyTooShortToScore_isSaidToBe() throws IOException {
        keepRows(24 * 30);

        assertThat(execute("--file=" + file)).isEqualTo(1);

        assertThat(out.toString()).startsWith("nothing to score");
    }

    @Test
    void wrongArguments_areExplained() throws IOException {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("--file");
        assertThat(execute("--file=" + folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv is no file that can be read");
        assertThat(execute("--file=" + file, "--interval=7m")).isEqualTo(2);
        assertThat(err.toString()).contains("an interval must be");
        assertThat(execute("--file=" + file, "--interval=4h")).isEqualTo(2);
        assertThat(err.toString()).contains("must divide an hour");
        Files.writeString(file, "a,b\n1,2\n");
        assertThat(execute("--file=" + file)).isEqualTo(2);
        assertThat(err.toString()).contains("bars.csv lacks the column close, high, low, open, time");
    }

    /// A file of real bars with liquidations, as `docs/import.md` describes it.
    @Test
    @EnabledIfEnvironmentVariable(named = "LIQUIDATIONMAP_HISTORY", matches = ".+\\.csv")
    void realHistory_isScored_andItsControlsHaveNoSkill() throws IOException {
        Path json = folder.resolve("scores.json");

        assertThat(execute("--file=" + System.getenv("LIQUIDATIONMAP_HISTORY"), "--json=" + json))
                .isZero();

        String figures = Files.readString(json);
        assertThat(JsonPath.<List<Number>>read(figures, "$.scores[*].score.controlSkill.high"))
                .hasSize(6)
                .allMatch(high -> high.doubleValue() < 0);
        assertThat(JsonPath.<List<Number>>read(figures, "$.scores[*].shuffledSkill.high"))
                .hasSize(6)
                .allMatch(high -> high.doubleValue() < 0);
    }

    private void keepRows(int rows) throws IOException {
        Files.write(file, Files.readAllLines(file).subList(0, 1 + rows));
    }

    private int execute(String... arguments) {
        InstantSource clock = InstantSource.fixed(now);
        CommandLine command = new ForecastScoreCommand(clock).commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
