package io.liquidationmap.alerts;

import static io.liquidationmap.alerts.ScriptedMarket.cluster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.jayway.jsonpath.JsonPath;
import io.liquidationmap.alerts.Alerts.NewAlert;
import io.liquidationmap.alerts.Condition.ImbalanceLabel;
import io.liquidationmap.alerts.Condition.PriceInCluster;
import io.liquidationmap.alerts.Condition.Sweep;
import io.liquidationmap.alerts.Delivery.State;
import io.liquidationmap.engine.context.Label;
import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.maps.Imbalances;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// From new data to a receiver, over a real database, real schedulers and real HTTP.
@PostgresTest
@Import(AlertsIT.Service.class)
@TestPropertySource(
        properties = {
            "liquidationmap.alerts.webhook.http-allowed=true",
            "liquidationmap.alerts.webhook.allowed-addresses=127.0.0.0/8",
            "liquidationmap.alerts.attempts=4",
            "liquidationmap.alerts.most-per-key=3"
        })
class AlertsIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BAR = Duration.ofMinutes(5);

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertRound round;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private DeliveryStore deliveryStore;

    @Autowired
    private AlertsProperties properties;

    @Autowired
    private ScriptedMarket market;

    @Autowired
    private Owners owners;

    @Autowired
    private SettableClock clock;

    @Autowired
    private DataSource database;

    private final FakeVenueServer receiver = new FakeVenueServer();
    private ManualScheduler scheduler;

    @BeforeEach
    void start() {
        clock.set(START);
        market.clear();
        market.bar(START, 100, Label.NEUTRAL);
        owners.known = Set.of("grafana", "desk");
        owners.failing.set(false);
        receiver.answer("/", _ -> Answer.status(200));
        scheduler = instance();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void changedLabel_isToldOnce() {
        Alert alert = create(new ImbalanceLabel(10));
        bar(100, Label.NEUTRAL);
        run();
        assertThat(received()).isEmpty();

        bar(100, Label.CROWDED_SHORTS);
        run();
        run();

        assertThat(received()).hasSize(1);
        String body = received().getFirst().body();
        assertThat(JsonPath.<String>read(body, "$.event")).isEqualTo("imbalance-label");
        assertThat(JsonPath.<String>read(body, "$.alertId"))
                .isEqualTo(alert.id().toString());
        assertThat(JsonPath.<String>read(body, "$.asOf")).isEqualTo("2026-01-01T00:10:30Z");
        assertThat(JsonPath.<Object>read(body, "$.detail"))
                .hasToString("{distancePct=10, labelBefore=neutral, label=crowded-shorts, upUsd=300000000,"
                        + " downUsd=100000000}");
        assertThat(alerts.deliveries(alert)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.DELIVERED);
            assertThat(delivery.id()).hasToString(JsonPath.read(body, "$.id"));
        });
    }

    @Test
    void labelThatIsUnknownForAWhile_isComparedWithTheLastKnown() {
        create(new ImbalanceLabel(10));
        bar(100, Label.NEUTRAL);
        run();
        bar(100, null);
        run();
        bar(100, Label.NEUTRAL);
        run();
        assertThat(received()).isEmpty();

        bar(100, null);
        run();
        bar(100, Label.CROWDED_LONGS);
        run();

        assertThat(received()).hasSize(1);
    }

    @Test
    void priceInHeavyCluster_isTold_forTheClusterAsItWasBefore() {
        create(new PriceInCluster(50e6));
        market.bar(next(), 100, null, cluster(Side.SHORT, 103, 104, 80e6), cluster(Side.SHORT, 101, 102, 10e6));
        run();

        market.bar(next(), 103.2, null, cluster(Side.SHORT, 103.2, 104, 60e6));
        run();
        market.bar(next(), 103.5, null, cluster(Side.SHORT, 103.5, 104, 55e6));
        run();

        assertThat(received()).hasSize(1);
        assertThat(JsonPath.<Object>read(received().getFirst().body(), "$.detail"))
                .hasToString("{side=short, low=103, price=103.5, high=104, usd=80000000, priceBefore=100,"
                        + " priceReached=103.2, priceNow=103.2}");
    }

    /// Also one in a bar between two looks.
    @Test
    void wickIntoACluster_isTold_thoughPriceClosesWhereItWas() {
        create(new PriceInCluster(50e6));
        market.bar(next(), 100, null, cluster(Side.SHORT, 103, 104, 80e6), cluster(Side.LONG, 96, 97, 70e6));
        run();

        market.wick(next(), 100, 96.5, 102.9);
        market.bar(next(), 100.5, null);
        run();

        assertThat(received()).hasSize(1);
        assertThat(JsonPath.<Object>read(received().getFirst().body(), "$.detail"))
                .hasToString("{side=long, low=96, price=96.5, high=97, usd=70000000, priceBefore=100,"
                        + " priceReached=96.5, priceNow=100.5}");
    }

    @Test
    void alertThatCannotBeJudged_keepsNoOtherFromIt() {
        createFor("BROKEN", new ImbalanceLabel(10));
        create(new ImbalanceLabel(10));
        market.breakDown("BROKEN");

        changeLabel();
        run();

        assertThat(received()).hasSize(1);
    }

    /// What is to be sent has been stored by a round of which the rest failed.
    @Test
    void messages_areSent_alsoIfTheRoundFails() {
        create(new ImbalanceLabel(10));
        bar(100, Label.NEUTRAL);
        run();
        bar(100, Label.CROWDED_SHORTS);
        round.run();
        owners.failing.set(true);

        run();

        assertThat(received()).hasSize(1);
    }

    @Test
    void sweepsOfATimeInWhichNobodyLooked_areTold_forTwoDays() {
        create(new Sweep(50e6, new Interval(BAR)));
        clock.set(START.plus(BAR));
        run();
        Instant outage = START.plus(BAR);
        market.liquidated(outage.plus(BAR), Side.LONG, 60e6);

        clock.advance(Duration.ofHours(7));
        run();

        assertThat(received()).hasSize(1);
        assertThat(JsonPath.<String>read(received().getFirst().body(), "$.detail.from"))
                .isEqualTo(outage.plus(BAR).toString());
        market.liquidated(START.plus(Duration.ofHours(8)), Side.LONG, 60e6);
        clock.advance(Duration.ofDays(3));
        run();
        assertThat(received()).hasSize(1);
    }

    @Test
    void cluster_isToldOfOnTheSideOfTheLongsToo_evenIfPriceFallsThroughIt() {
        create(new PriceInCluster(50e6));
        market.bar(next(), 100, null, cluster(Side.LONG, 96, 97, 80e6));
        run();

        market.bar(next(), 95, null);
        run();

        assertThat(received()).hasSize(1);
    }

    @Test
    void sweep_isToldOncePerStepAndSide_alsoIfItArrivesLate_butNothingFromBefore() {
        market.liquidated(START.minus(BAR), Side.LONG, 90e6);
        create(new Sweep(50e6, new Interval(BAR)));
        market.liquidated(START, Side.LONG, 60e6);
        market.liquidated(START, Side.SHORT, 49e6);
        clock.set(START.plus(BAR));
        run();
        assertThat(received()).hasSize(1);
        assertThat(JsonPath.<Object>read(received().getFirst().body(), "$.detail"))
                .hasToString("{from=2026-01-01T00:00:00Z, fromMs=1767225600000, to=2026-01-01T00:05:00Z,"
                        + " toMs=1767225900000, side=long, usd=60000000, complete=false}");

        market.liquidated(START, Side.SHORT, 2e6);
        clock.advance(BAR);
        run();
        run();

        assertThat(received()).hasSize(2);
        assertThat(JsonPath.<String>read(received().getLast().body(), "$.detail.side"))
                .isEqualTo("short");
    }

    @Test
    void failedMessage_isSentAgainEverMoreSeldom_asTheSame_andThenGivenUp() {
        Alert alert = create(new ImbalanceLabel(10));
        receiver.answer("/", _ -> Answer.status(500));
        changeLabel();
        run();
        assertThat(received()).hasSize(1);

        List<Duration> waits = new ArrayList<>();
        Instant last = clock.instant();
        while (alerts.deliveries(alert).getFirst().state() == State.PENDING) {
            clock.advance(Duration.ofSeconds(10));
            int before = received().size();
            scheduler.runAnyDueExecutions();
            if (received().size() > before) {
                waits.add(Duration.between(last, clock.instant()));
                last = clock.instant();
            }
        }

        assertThat(waits).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));
        assertThat(received())
                .extracting(Request::body)
                .hasSize(4)
                .containsOnly(received().getFirst().body());
        assertThat(alerts.deliveries(alert)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.GIVEN_UP);
            assertThat(delivery.attempts()).isEqualTo(4);
            assertThat(delivery.httpStatus()).isEqualTo(500);
            assertThat(delivery.error()).isEqualTo("answered with status 500");
            assertThat(delivery.lastAttemptAt()).isEqualTo(last(alert));
        });
        clock.advance(Duration.ofHours(3));
        run();
        assertThat(received()).hasSize(4);
    }

    @Test
    void failedMessage_arrivesOnceTheReceiverIsBack() {
        Alert alert = create(new ImbalanceLabel(10));
        receiver.interrupt("/", Answer.status(503));
        changeLabel();
        run();

        clock.advance(Duration.ofSeconds(30));
        run();

        assertThat(received()).hasSize(2);
        assertThat(alerts.deliveries(alert)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.DELIVERED);
            assertThat(delivery.error()).isNull();
        });
    }

    @Test
    void twoInstances_tellAnEventOnce() throws Exception {
        create(new ImbalanceLabel(10));
        bar(100, Label.NEUTRAL);
        run();
        bar(100, Label.CROWDED_SHORTS);
        market.liquidated(START, Side.LONG, 60e6);
        create(new Sweep(50e6, new Interval(BAR)), "desk");
        CyclicBarrier together = new CyclicBarrier(4);

        // The rounds of several instances at once, as after one was taken for dead; and then their schedulers.
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.invokeAll(Collections.nCopies(4, () -> {
                together.await();
                round.run();
                return true;
            }));
        }
        ManualScheduler other = instance();
        clock.advance(Duration.ofSeconds(30));
        for (int i = 0; i < 3; i++) {
            scheduler.runAnyDueExecutions();
            other.runAnyDueExecutions();
        }

        assertThat(received()).hasSize(1);
        assertThat(new JdbcTemplate(database).queryForObject("select count(*) from alert_delivery", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void alertOfAKeyThatIsGone_rests_andItsMessagesAreNotSent() {
        Alert alert = create(new ImbalanceLabel(10));
        receiver.answer("/", _ -> Answer.status(500));
        changeLabel();
        run();
        receiver.forgetRequests();

        owners.known = Set.of();
        bar(100, Label.CROWDED_LONGS);
        clock.advance(Duration.ofMinutes(1));
        run();

        assertThat(received()).isEmpty();
        assertThat(alerts.deliveries(alert))
                .singleElement()
                .extracting(Delivery::state, Delivery::error)
                .containsExactly(State.GIVEN_UP, "the key is not configured any more");
    }

    @Test
    void removedAlert_isForgottenWithItsMessages() {
        Alert alert = create(new ImbalanceLabel(10));
        receiver.answer("/", _ -> Answer.status(500));
        changeLabel();
        run();
        receiver.forgetRequests();

        assertThat(alerts.remove("desk", alert.id())).isFalse();
        assertThat(alerts.remove("grafana", alert.id())).isTrue();
        clock.advance(Duration.ofMinutes(1));
        run();

        assertThat(received()).isEmpty();
        assertThat(alerts.find("grafana", alert.id())).isEmpty();
        assertThat(scheduler.getScheduledExecutions()).hasSize(1);
    }

    @Test
    void alert_isStoredAsItIs_forItsOwnerOnly() {
        Alert label = create(new ImbalanceLabel(10));
        Alert cluster = create(new PriceInCluster(1e6));
        Alert sweep = create(new Sweep(2e6, new Interval(BAR)));

        assertThat(alerts.of("grafana")).containsExactlyInAnyOrder(label, cluster, sweep);
        assertThat(alerts.find("grafana", sweep.id())).contains(sweep);
        assertThat(alerts.of("desk")).isEmpty();
        assertThat(alerts.find("desk", sweep.id())).isEmpty();
        assertThatThrownBy(() -> create(new ImbalanceLabel(5)))
                .isInstanceOf(AlertException.TooMany.class)
                .hasMessageContaining("at most 3");
    }

    @Test
    void test_isSentOnceAndNow() {
        Alert alert = create(new ImbalanceLabel(10));

        assertThat(alerts.test(alert)).isEqualTo(new Webhook.Outcome(200, null));

        assertThat(JsonPath.<String>read(received().getFirst().body(), "$.event"))
                .isEqualTo("test");
        assertThat(alerts.deliveries(alert)).isEmpty();
    }

    @Test
    void whatWasSentLongAgo_isForgotten() {
        Alert alert = create(new ImbalanceLabel(10));
        changeLabel();
        run();
        assertThat(alerts.deliveries(alert)).hasSize(1);

        clock.advance(Duration.ofDays(31));
        run();

        assertThat(alerts.deliveries(alert)).isEmpty();
    }

    private @Nullable Instant last(Alert alert) {
        return deliveryStore.last(alert.id(), 1).getFirst().lastAttemptAt();
    }

    private void changeLabel() {
        bar(100, Label.NEUTRAL);
        run();
        bar(100, Label.CROWDED_SHORTS);
    }

    private Alert create(Condition condition) {
        return create(condition, "grafana");
    }

    private Alert create(Condition condition, String owner) {
        return create("BTC", condition, owner);
    }

    private void createFor(String symbol, Condition condition) {
        create(symbol, condition, "grafana");
    }

    private Alert create(String symbol, Condition condition, String owner) {
        return alerts.create(new NewAlert(
                owner,
                symbol,
                Range.ofDays(30),
                Set.of(),
                condition,
                receiver.url().resolve("/hook"),
                "correct-horse-battery"));
    }

    private List<Request> received() {
        return receiver.requests("/hook");
    }

    private void bar(double price, @Nullable Label label) {
        market.bar(next(), price, label);
    }

    /// The end of the next bar, which is now.
    private Instant next() {
        clock.advance(BAR);
        return clock.instant();
    }

    /// Lets a round come due, and then what it has scheduled.
    private void run() {
        clock.advance(properties.every());
        scheduler.runAnyDueExecutions();
        scheduler.runAnyDueExecutions();
    }

    private ManualScheduler instance() {
        AlertTasks tasks = new AlertTasks();
        ManualScheduler instance = TestHelper.createManualScheduler(
                        database, List.of(tasks.alertDeliveryTask(deliveries)))
                .startTasks(List.of(tasks.alertRoundTask(round, deliveryStore, properties, clock)))
                .clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
                    @Override
                    public Instant now() {
                        return clock.instant();
                    }
                })
                .build();
        instance.start();
        return instance;
    }

    /// Whose keys are configured.
    static class Owners implements AlertOwners {

        private volatile Set<String> known = Set.of();
        private final AtomicBoolean failing = new AtomicBoolean();

        @Override
        public boolean isKnown(String owner) {
            if (failing.getAndSet(false)) {
                throw new IllegalStateException("the round fails");
            }
            return known.contains(owner);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan("io.liquidationmap.alerts")
    static class Service {

        @Bean
        Owners owners() {
            return new Owners();
        }

        @Bean
        ScriptedMarket market() {
            return new ScriptedMarket();
        }

        @Bean
        Imbalances imbalances(ScriptedMarket market) {
            return market.imbalances();
        }

        @Bean
        JsonMapper jsonMapper() {
            return new JsonMapper();
        }
    }
}
