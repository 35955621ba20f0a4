package io.liquidationmap.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseIT {

    private static final String READY = "the instance is ready";

    /// Shared, so that the server's programs are unpacked once.
    @TempDir
    static Path parent;

    private final List<Process> instances = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void chooseFolder(TestInfo test) {
        folder = parent.resolve(test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (Process instance : instances) {
            instance.destroyForcibly().waitFor();
        }
        LeftoverServer.stop(folder);
    }

    @Test
    void data_isKept_acrossRestarts() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            client(database).sql("create table kept as select 42 as answer").update();
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(answers(database)).containsExactly(42);
        }
    }

    @Test
    void server_isStopped_whenClosed() throws Exception {
        EmbeddedDatabase.start(folder).close();

        assertThat(folder.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void server_keepsWhatItCommitted_andListensToThisMachineOnly() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("localhost");
            assertThat(setting(database, "unix_socket_directories")).isEmpty();
            assertThat(setting(database, "server_version")).startsWith("18.");
        }
    }

    @Test
    void server_asksForThePassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            DriverManagerDataSource stranger =
                    new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), "guess");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(stranger::getConnection)
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "needs to run as root")
    void server_runsForRoot() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(setting(database, "data_directory")).isEqualTo(folder.toString());
            assertThat(Files.getOwner(folder).getName()).isEqualTo("root");
        }
    }

    @Test
    void start_refuses_whenTheFolderIsInUseInThisProcess() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThatExceptionOfType(FolderInUseException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(folder))
                    .withMessageContaining(folder.toString());
            assertThat(setting(database, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void start_refuses_whenAnotherProcessUsesTheFolder() throws Exception {
        Process other = startInstance();
        try {
            assertThatExceptionOfType(FolderInUseException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(folder))
                    .withMessageContaining(folder.toString())
                    .withMessageContaining("process " + other.pid());
            assertThat(serverOf(folder)).as("the other's server").matches(ProcessHandle::isAlive);
        } finally {
            other.destroy();
            other.waitFor();
        }
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void start_takesTheFolderOver_whenTheInstanceBeforeWasKilled() throws Exception {
        Process killed = startInstance();
        killed.destroyForcibly().waitFor();
        ProcessHandle leftover = serverOf(folder);
        assertThat(leftover.isAlive())
                .as("the killed instance's server runs on")
                .isTrue();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(answers(database)).containsExactly(42);
            assertThat(leftover.isAlive()).isFalse();
        }
    }

    @Test
    void start_takesTheFolderOver_whenAClientStillTalksToTheLeftoverServer() throws Exception {
        Process killed = startInstance();
        String port = Files.readAllLines(folder.resolve("postmaster.pid")).get(3);
        String url = "jdbc:postgresql://localhost:" + port + "/postgres";
        String password = Files.readString(folder.resolve("superuser.password"));
        try (var client = new DriverManagerDataSource(url, Superuser.NAME, password).getConnection()) {
            killed.destroyForcibly().waitFor();

            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                assertThat(answers(database)).containsExactly(42);
                assertThat(client.isValid(5)).isFalse();
            }
        }
    }

    @Test
    void start_recovers_whenServiceAndServerWereKilled() throws Exception {
        Process killed = startInstance();
        ProcessHandle server = serverOf(folder);
        killed.destroyForcibly().waitFor();
        List<ProcessHandle> serverProcesses = server.descendants().toList();
        server.destroyForcibly();
        for (ProcessHandle process : serverProcesses) {
            process.onExit().join();
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(answers(database)).containsExactly(42);
        }
    }

    @Test
    void start_ignoresThePidFile_whenItNamesAnotherKindOfProcess() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            client(database).sql("create table kept as select 42 as answer").update();
        }
        Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(answers(database)).containsExactly(42);
        }
    }

    @Test
    void start_refuses_whenThePidFileNamesTheServerOfAnotherFolder() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Path elsewhere = parent.resolve("elsewhere");
        try (EmbeddedDatabase other = EmbeddedDatabase.start(elsewhere)) {
            Files.copy(elsewhere.resolve("postmaster.pid"), folder.resolve("postmaster.pid"));

            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedDatabase.start(folder))
                    .withMessageContaining("postmaster.pid");
            assertThat(setting(other, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void start_beginsAnew_whenTheFirstStartWasCutShort() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("postgresql.conf"), "half written");
        Files.writeString(folder.resolveSibling(folder.getFileName() + ".password"), "never used");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void start_leavesAServerAlone_thatItHasNotMade() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("PG_VERSION"), "18\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedDatabase.start(folder))
                .withMessageContaining(folder.toString());
        assertThat(folder.resolve("PG_VERSION")).hasContent("18");
    }

    /// Another instance, in a process of its own, that has committed an answer and goes on running.
    private Process startInstance() throws IOException {
        Process instance = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Instance.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        instances.add(instance);
        BufferedReader output = instance.inputReader(StandardCharsets.UTF_8);
        assertThat(output.lines().anyMatch(READY::equals)).as("it got ready").isTrue();
        return instance;
    }

    private static ProcessHandle serverOf(Path folder) throws IOException {
        String pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static JdbcClient client(EmbeddedDatabase database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }

    private static List<Integer> answers(EmbeddedDatabase database) {
        return client(database)
                .sql("select answer from kept")
                .query(Integer.class)
                .list();
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return client(database).sql("show " + name).query(String.class).single();
    }

    /// What runs in the other process.
    static final class Instance {

        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
            client(database).sql("create table kept as select 42 as answer").update();
            System.out.println(READY);
            new CountDownLatch(1).await();
        }

        private static void close(EmbeddedDatabase database) {
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
