package io.liquidationmap.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.accuracy.run.Schedule;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreboardCommandTest {

    private static final Schedule SHORT = new Schedule(16, 4, 8, 4);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void execute_printsTheTables_andWritesBothFiles() throws Exception {
        Path json = folder.resolve("scoreboard.json");
        Path document =
                Files.writeString(folder.resolve("accuracy.md"), "by hand\n" + MarkedSection.BEGIN + MarkedSection.END);

        int status = execute("--worlds=2", "--hostile=1", "--json=" + json, "--markdown=" + document);

        assertThat(status).isZero();
        assertThat(err.toString()).contains("ordinary-2: ", "hostile-13: 3 of 3");
        Scoreboard scoreboard;
        try (InputStream file = Files.newInputStream(json)) {
            scoreboard = ScoreboardFile.read(file);
        }
        assertThat(scoreboard.command())
                .isEqualTo("java -jar target/liquidation-map.jar scoreboard --worlds=2 --hostile=1");
        assertThat(scoreboard.days()).isEqualTo(16);
        assertThat(scoreboard.groups()).extracting("worldCount").containsExactly(2, 1);
        assertThat(out.toString()).isEqualTo(MarkdownTables.of(scoreboard));
        assertThat(Files.readString(document))
                .startsWith("by hand\n")
                .contains(out.toString().strip());
    }

    @Test
    void execute_withoutHostileWorlds_hasNone() {
        assertThat(execute("--worlds=1", "--hostile=0")).isZero();

        assertThat(out.toString()).contains("### Ordinary worlds (1)").doesNotContain("Hostile");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    --worlds=0 | Invalid value for option '--worlds': 0 is not from 1 to 1000
                    --worlds=x | Invalid value for option '--worlds'
                    --hostile=-1 | Invalid value for option '--hostile': -1 is not from 0 to 1000
                    --markdown=missing.md | FILE missing.md is no file that can be read
                    --markdown=README.md | FILE README.md does not mark where the tables go
                    --force | Unknown option: '--force'
                    """)
    void execute_isTwo_whenArgumentsAreWrong(String argument, String message) {
        assertThat(execute(argument)).isEqualTo(2);

        assertThat(err.toString()).contains(message).contains("Try 'scoreboard --help'.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void execute_isThree_whenAFileCannotBeWritten() {
        int status = execute("--worlds=1", "--hostile=0", "--json=" + folder.resolve("missing/scoreboard.json"));

        assertThat(status).isEqualTo(3);
        assertThat(err.toString()).contains("The scoreboard failed: ");
    }

    @Test
    void execute_explainsItself() {
        assertThat(execute("--help")).isZero();

        assertThat(out.toString()).contains("Usage: scoreboard", "--worlds=COUNT", "12 if not said", "Exit status:");
    }

    @Test
    void isMeantBy_looksAtTheFirstArgument() {
        assertThat(ScoreboardCommand.isMeantBy("scoreboard", "--help")).isTrue();
        assertThat(ScoreboardCommand.isMeantBy()).isFalse();
        assertThat(ScoreboardCommand.isMeantBy("import", "scoreboard")).isFalse();
    }

    private int execute(String... arguments) {
        return new ScoreboardCommand(SHORT)
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
