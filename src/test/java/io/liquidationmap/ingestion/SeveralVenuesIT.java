package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liquidationmap.history.Cooldowns;
import io.liquidationmap.history.InMemoryCooldowns;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Venues side by side: what befalls one is no concern of the others.
class SeveralVenuesIT {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-08-10T12:00:20Z"));
    private final AllVenues venues = new AllVenues(clock);
    private final Cooldowns cooldowns = new InMemoryCooldowns();

    @AfterEach
    void stop() {
        venues.close();
    }

    @ParameterizedTest
    @MethodSource("io.liquidationmap.ingestion.AllVenues#names")
    void aBan_stopsOnlyTheVenueThatSpokeIt(String banning) {
        FakeVenueServer server = venues.server(banning);
        server.answerOnly(Answer.status(403));

        run(sources -> {
            assertThat(sources).containsOnlyKeys(AllVenues.names());
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(catchThrowableOfType(
                                VenueUnavailableException.class,
                                () -> source(sources, banning).instruments()))
                        .satisfies(failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
                sources.values().stream()
                        .filter(source -> !source.venue().name().equals(banning))
                        .forEach(source -> assertThat(source.instruments()).isNotEmpty());
            }
            assertThat(server.requests("/")).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("io.liquidationmap.ingestion.AllVenues#names")
    void aBan_isKeptTo_afterARestart(String banning) {
        FakeVenueServer server = venues.server(banning);
        server.answerOnly(Answer.status(403));
        run(sources -> assertThatThrownBy(() -> source(sources, banning).instruments())
                .isInstanceOf(VenueUnavailableException.class));
        server.answerOnly(null);
        server.forgetRequests();

        run(sources -> {
            clock.advance(Duration.ofMinutes(10).minusSeconds(1));
            assertThat(catchThrowableOfType(
                            VenueUnavailableException.class,
                            () -> source(sources, banning).instruments()))
                    .satisfies(failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
            assertThat(server.requests("/")).isEmpty();

            clock.advance(Duration.ofSeconds(1));
            assertThat(source(sources, banning).instruments()).isNotEmpty();
        });
    }

    private static MarketDataSource source(Map<String, MarketDataSource> sources, String venue) {
        return Objects.requireNonNull(sources.get(venue), venue);
    }

    private interface Check {
        void accept(Map<String, MarketDataSource> sources);
    }

    private void run(Check check) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        HttpClientAutoConfiguration.class,
                        ImperativeHttpClientAutoConfiguration.class,
                        RestClientAutoConfiguration.class,
                        HttpServiceClientPropertiesAutoConfiguration.class,
                        HttpServiceClientAutoConfiguration.class))
                .withUserConfiguration(SideBySide.class)
                .withBean(Clock.class, () -> clock)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(Cooldowns.class, () -> cooldowns)
                .withBean(RefusedRows.class, () -> (venue, subject, reason) -> {})
                .withPropertyValues("liquidationmap.ingestion.retry-delay=1ms")
                .withPropertyValues(venues.properties().toArray(String[]::new))
                .withPropertyValues(AllVenues.names().stream()
                        .map(venue -> "liquidationmap.venues." + venue + ".stream-url=ws://localhost")
                        .toArray(String[]::new))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    check.accept(context.getBeansOfType(MarketDataSource.class).values().stream()
                            .collect(Collectors.toMap(source -> source.venue().name(), Function.identity())));
                });
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "io.liquidationmap.ingestion.http",
        "io.liquidationmap.ingestion.binance",
        "io.liquidationmap.ingestion.bitget",
        "io.liquidationmap.ingestion.bitmex",
        "io.liquidationmap.ingestion.bybit",
        "io.liquidationmap.ingestion.deribit",
        "io.liquidationmap.ingestion.dydx",
        "io.liquidationmap.ingestion.gate",
        "io.liquidationmap.ingestion.hyperliquid",
        "io.liquidationmap.ingestion.kraken",
        "io.liquidationmap.ingestion.okx"
    })
    static class SideBySide {}
}
