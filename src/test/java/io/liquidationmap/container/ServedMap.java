package io.liquidationmap.container;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.test.web.servlet.client.RestTestClient;

/// What the service must answer once it is up.
final class ServedMap {

    /// The promise is a minute; a machine that builds and tests besides is given more.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private ServedMap() {}

    /// Waits for the map of a year of the simulated market and fails if it does not come, or not whole.
    static void verifySimulatedYear(String host, int port) {
        RestTestClient client = RestTestClient.bindToServer()
                .baseUrl("http://" + host + ":" + port)
                .build();
        await().atMost(PATIENCE)
                .untilAsserted(() -> client.get()
                        .uri("/api/liquidations?range=365d")
                        .exchange()
                        .expectStatus()
                        .isOk());
        client.get()
                .uri("/api/liquidations?range=365d")
                .exchange()
                .expectBody()
                .jsonPath("$.symbol")
                .isEqualTo("BTC")
                .jsonPath("$.range")
                .isEqualTo("365d")
                .jsonPath("$.simulated")
                .isEqualTo(true)
                .jsonPath("$.buckets.length()")
                .isEqualTo(200)
                .jsonPath("$.reconciliation")
                .isNotEmpty()
                .jsonPath("$.coverage")
                .isNotEmpty();
    }
}
