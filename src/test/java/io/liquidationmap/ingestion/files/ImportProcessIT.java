package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.liquidationmap.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The import as users run it: the packaged application as a process of its own.
@PostgresTest
class ImportProcessIT {

    private static final Path JAR = Path.of("target", "liquidation-map.jar");

    @TempDir
    Path folder;

    @Autowired
    JdbcConnectionDetails connection;

    @Autowired
    JdbcClient database;

    private ImportBench files;

    @BeforeEach
    void prepareFiles() {
        assumeThat(JAR).as("the packaged application").exists();
        files = new ImportBench(folder);
    }

    @Test
    void import_storesRows_printsItsSummary_andDoesNothingTwice() throws Exception {
        String file = files.file(
                        "bars.csv",
                        "time,open,high,low,close,volume,open_interest,price_source",
                        "2025-12-01T01:00:00Z,100,110,90,105,10,500,perp",
                        "2025-12-01T02:00:00Z,105,111,91,106,11,501,perp")
                .toString();
        String coverage =
                "binance:BTCUSDT 1h: 2 bars from 2025-12-01T01:00:00Z to 2025-12-01T03:00:00Z, 0 missing between";

        String calibration =
                "binance:BTCUSDT calibration: 0 of 0 moments calibrated, none; the next from 2026-01-30T02:00:00Z on";

        Outcome first = run("--venue=binance", "--symbol=BTCUSDT", "--interval=1h", file);
        Outcome second = run("--venue=binance", "--symbol=BTCUSDT", "--interval=1h", file);

        assertThat(first.out())
                .containsExactly(
                        file + ": 2 rows read, 0 refused; 2 bars new, 0 changed, 0 unchanged",
                        "  ignored column: 'price_source'",
                        coverage,
                        calibration);
        assertThat(first.status()).isZero();
        assertThat(first.err()).contains("import 100%");
        assertThat(second.out())
                .containsExactly(
                        file + ": 2 rows read, 0 refused; 0 bars new, 0 changed, 2 unchanged",
                        "  ignored column: 'price_source'",
                        coverage,
                        "nothing changed",
                        calibration);
        assertThat(second.status()).isZero();
        assertThat(database.sql("select count(*) from bar").query(Long.class).single())
                .isEqualTo(2);
        // Nothing of the service's own work was begun.
        assertThat(database.sql("select count(*) from scheduled_tasks")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void import_isOne_whenARowIsRefused() throws Exception {
        Path file = files.file(
                "bars.csv", "time,open,high,low,close", "2025-12-01T01:00:00Z,100,110,90,105", "1764550800,1,1,1,1");

        Outcome outcome = run("--venue=mine", "--symbol=ETHUSDT", "--interval=1h", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("  line 3 refused: time 1764550800 looks like seconds; it must be milliseconds");
    }

    @Test
    void import_isTwo_whenArgumentsAreWrong() throws Exception {
        Outcome outcome = run("--venue=mine", "--symbol=ETHUSDT", "--interval=1h", "missing.csv");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("FILE missing.csv is no file that can be read");
    }

    @Test
    void import_isThree_whenThereIsNoDatabase() throws Exception {
        Path file = files.file("bars.csv", "time,open,high,low,close", "2025-12-01T01:00:00Z,100,110,90,105");

        Outcome outcome = run(
                "jdbc:postgresql://localhost:1/none",
                List.of("--venue=mine", "--symbol=ETHUSDT", "--interval=1h", file.toString()));

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("The import failed: ").contains("Connection refused");
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(connection.getJdbcUrl(), List.of(arguments));
    }

    private Outcome run(String url, List<String> arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Nearly all that it does is start, which takes less without the compiler of what runs for long.
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                ImportCommand.NAME));
        command.addAll(arguments);
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().put("SPRING_DATASOURCE_URL", url);
        process.environment().put("SPRING_DATASOURCE_USERNAME", Objects.requireNonNull(connection.getUsername()));
        process.environment().put("SPRING_DATASOURCE_PASSWORD", Objects.requireNonNull(connection.getPassword()));
        int status = process.start().waitFor();
        return new Outcome(status, Files.readAllLines(out), Files.readString(err));
    }

    private record Outcome(int status, List<String> out, String err) {}
}
