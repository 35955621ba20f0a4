package io.liquidationmap.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@Tag("docker")
@EnabledIfDockerAvailable
@EnabledIf(value = "composeIsInstalled", disabledReason = "neither `docker compose` nor docker-compose is installed")
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

    @BeforeAll
    static void up() {
        compose("up", "--build", "--detach");
    }

    @AfterAll
    static void down() {
        compose("down", "--volumes", "--rmi", "local");
    }

    @Test
    void service_becomesHealthyAndServesTheMap() {
        String container = compose("ps", "--quiet", "liquidation-map");
        await().atMost(Duration.ofMinutes(4)).until(() -> !health(container).equals("starting"));
        assertThat(health(container)).as(() -> compose("logs")).isEqualTo("healthy");

        String address = compose("port", "liquidation-map", "8080");
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        ServedMap.verifySimulatedYear(DockerClientFactory.instance().dockerHostIpAddress(), port);
    }

    static boolean composeIsInstalled() {
        return Command.works(composeCommand("version"));
    }

    private static String health(String container) {
        return Command.run(
                ENVIRONMENT, List.of("docker", "inspect", "--format", "{{.State.Health.Status}}", container));
    }

    private static String compose(String... arguments) {
        return Command.run(ENVIRONMENT, composeCommand(arguments));
    }

    private static List<String> composeCommand(String... arguments) {
        return Stream.concat(COMPOSE.stream(), Stream.of(arguments)).toList();
    }
}
