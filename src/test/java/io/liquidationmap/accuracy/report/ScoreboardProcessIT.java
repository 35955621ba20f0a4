package io.liquidationmap.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.liquidationmap.accuracy.Scoreboard.Group;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scoreboard as users compute it: the packaged application as a process of its own, without a database.
class ScoreboardProcessIT {

    private static final Path JAR = Path.of("target", "liquidation-map.jar");

    @TempDir
    Path folder;

    @Test
    void command_measuresAWorld_andWritesTheFile() throws Exception {
        assumeThat(JAR).as("the packaged application").exists();
        Path json = folder.resolve("scoreboard.json");
        Path out = folder.resolve("out");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                ScoreboardCommand.NAME,
                "--worlds=1",
                "--hostile=0",
                "--json=" + json);

        int status = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start()
                .waitFor();

        assertThat(status).isZero();
        assertThat(Files.readString(out)).contains("### Ordinary worlds (1)", "ordinary-1: 1 of 1");
        try (InputStream file = Files.newInputStream(json)) {
            assertThat(ScoreboardFile.read(file).groups())
                    .extracting(Group::worlds, Group::worldCount)
                    .contains(tuple("ordinary", 1));
        }
    }
}
