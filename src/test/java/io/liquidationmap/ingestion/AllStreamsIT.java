package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.ingestion.AllStreams.Said;
import io.liquidationmap.ingestion.IngestionStatus.FeedStatus;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The life of a service that listens to all venues: what it holds in the end is what they said, each once, and of what
/// nobody heard it knows that it is missing.
@PostgresTest
class AllStreamsIT {

    private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");

    /// Of whichever kind: asked for everything at once or one by one, or for nothing; some can be asked afterwards.
    private static final Set<String> FAILING = Set.of("binance", "bybit", "deribit", "kraken", "gate");

    private static final Duration UNTIL_THE_CATALOG_IS_READ_AGAIN = Duration.ofSeconds(31);

    /// Shorter than any heartbeat.
    private static final Duration STEP = Duration.ofSeconds(5);

    /// How long ago something must have been heard at most, by heartbeats.
    private static final Duration ALIVE = Duration.ofSeconds(30);

    @Autowired
    DataSource database;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    LiquidationLog log;

    @Autowired
    SettableClock clock;

    private AllVenues venues;
    private AllStreams streams;
    private final List<Said> said = new ArrayList<>();
    private final Set<Said> heard = new HashSet<>();
    private int numbers;

    @BeforeEach
    void open() {
        clock.set(BEGIN);
        venues = new AllVenues(clock);
        streams = new AllStreams(venues);
    }

    @AfterEach
    void close() {
        streams.close();
        venues.close();
    }

    @Test
    void whateverBefallsTheService_itHoldsOnceWhatWasSaid_andKnowsWhatItMissed() {
        try (ServiceInstance service = start(true)) {
            while (catalog.instruments().size() < AllVenues.CONTRACTS.size()) {
                service.runDue();
            }
            clock.advance(UNTIL_THE_CATALOG_IS_READ_AGAIN);
            listenToAll(service);
            hear(service, Set.of());

            streams.close(FAILING);
            eventually(() -> assertThat(streams.connections(FAILING)).isZero());
            eventually(() -> assertThat(feeds(service))
                    .filteredOn(feed -> FAILING.contains(feed.venue().name()))
                    .extracting(FeedStatus::listeningSince)
                    .containsOnlyNulls());
            hear(service, FAILING);
            streams.open(FAILING);
            listenToAll(service);
            hear(service, Set.of());
            streams.repeat(said.stream().filter(heard::contains).toList());
            hear(service, Set.of());
        }
        eventually(() -> assertThat(streams.connections(AllVenues.names())).isZero());
        clock.advance(Duration.ofMinutes(5));
        say();
        clock.advance(Duration.ofMinutes(5));

        try (ServiceInstance service = start(true)) {
            listenToAll(service);
            hear(service, Set.of());
        }
        assertHolds(Set.of());

        try (ServiceInstance service = start(false)) {
            service.runUntil(clock.instant().plus(Duration.ofMinutes(65)));
        }
        assertHolds(AllStreams.REMEMBERING);
    }

    private ServiceInstance start(boolean listening) {
        List<String> properties = new ArrayList<>(venues.properties());
        properties.addAll(streams.properties());
        properties.add("liquidationmap.streams.enabled=" + listening);
        properties.add("liquidationmap.streams.tick=10ms");
        properties.add("liquidationmap.ingestion.history=3h");
        return new ServiceInstance((HikariDataSource) database, clock, properties);
    }

    /// Lets time pass until everything is listened to.
    private void listenToAll(ServiceInstance service) {
        eventually(() -> {
            pass(service, STEP);
            assertThat(feeds(service))
                    .allSatisfy(feed -> assertThat(isAlive(feed)).isTrue());
            assertThat(feeds(service).stream().mapToInt(FeedStatus::instruments).sum())
                    .isEqualTo(AllStreams.CONTRACTS.size());
            assertThat(streams.isComplete()).isTrue();
        });
    }

    /// Has every venue speak, and waits until it has been stored, together with the time it belongs to.
    ///
    /// @param unheard to whom nobody listens
    private void hear(ServiceInstance service, Set<String> unheard) {
        say().stream()
                .filter(each -> !unheard.contains(each.contract().id().venue().name()))
                .forEach(heard::add);
        eventually(() ->
                assertThat(heard).allSatisfy(each -> assertThat(stored(each)).hasSize(1)));
        pass(service, Duration.ofMinutes(1));
    }

    private List<Said> say() {
        List<Said> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.addAll(streams.say(numbers++, clock.instant()));
        }
        said.addAll(all);
        return all;
    }

    /// Lets time pass no faster than heartbeats are answered.
    private void pass(ServiceInstance service, Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(STEP);
            eventually(() -> assertThat(feeds(service))
                    .allSatisfy(feed -> assertThat(feed.listeningSince() == null || isAlive(feed))
                            .isTrue()));
        }
    }

    private boolean isAlive(FeedStatus feed) {
        return feed.listeningSince() != null
                && feed.lastMessage() != null
                && !feed.lastMessage().isBefore(clock.instant().minus(ALIVE));
    }

    private static List<FeedStatus> feeds(ServiceInstance service) {
        return service.bean(IngestionStatus.class).feeds();
    }

    private List<Liquidation> stored(Said each) {
        return log.events(each.contract().id(), BEGIN, clock.instant().plusSeconds(1)).stream()
                .filter(event -> event.price() == each.price())
                .toList();
    }

    /// @param repaired the venues that have been asked for what was missed
    private void assertHolds(Set<String> repaired) {
        assertThat(heard).hasSizeLessThan(said.size());
        for (var contract : AllStreams.CONTRACTS) {
            String venue = contract.id().venue().name();
            List<Said> expected = said.stream()
                    .filter(each -> each.contract().equals(contract))
                    .filter(each -> heard.contains(each) || repaired.contains(venue))
                    .toList();
            List<Liquidation> stored = log.events(contract.id(), BEGIN, clock.instant()).stream()
                    .sorted(Comparator.comparingDouble(Liquidation::price))
                    .toList();
            assertThat(stored).as(contract.toString()).hasSameSizeAs(expected);
            for (int i = 0; i < stored.size(); i++) {
                assertSame(stored.get(i), expected.get(i));
            }
            said.stream()
                    .filter(each -> each.contract().equals(contract))
                    .forEach(each -> assertThat(isCovered(each))
                            .as("%s %s", contract.id(), each)
                            .isEqualTo(expected.contains(each) && !AllStreams.COVERING_NOTHING.contains(venue)));
        }
    }

    private static void assertSame(Liquidation stored, Said expected) {
        assertThat(stored.side()).as(expected.toString()).isEqualTo(expected.side());
        assertThat(stored.time()).as(expected.toString()).isEqualTo(expected.time());
        assertThat(stored.price()).as(expected.toString()).isEqualTo(expected.price());
        assertThat(stored.usd()).as(expected.toString()).isCloseTo(expected.usd(), within(1e-9 * expected.usd()));
    }

    private boolean isCovered(Said each) {
        return log.coverage(each.contract().id(), BEGIN, clock.instant()).stream()
                .anyMatch(stretch ->
                        !stretch.from().isAfter(each.time()) && stretch.to().isAfter(each.time()));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(assertion);
    }
}
