package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.history.CalibratedShares.CohortShares;
import io.liquidationmap.history.CalibratedShares.MemberShares;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.testing.PostgresTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class CalibrationLogIT {

    private static final Instrument BITCOIN =
            new Instrument(InstrumentId.of("binance", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instrument ETHER =
            new Instrument(InstrumentId.of("binance", "ETHUSDT"), "ETH", "USDT", ContractType.LINEAR);
    private static final Instant WEEK = Instant.parse("2026-03-02T00:00:00Z");

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    CalibrationLog log;

    @BeforeEach
    void register() {
        catalog.register(new KnownVenue(BITCOIN.venue(), false));
        catalog.register(BITCOIN);
        catalog.register(ETHER);
    }

    @Test
    void outcome_comesBackToTheLastBit() {
        CalibrationOutcome learned = CalibrationOutcome.learned(WEEK, "p-1", "aa", "complete", shares(Math.PI));
        CalibrationOutcome transferred =
                CalibrationOutcome.refused(WEEK.plus(Duration.ofDays(7)), "p-1", "bb", "too little", shares(Math.E));
        CalibrationOutcome refused =
                CalibrationOutcome.refused(WEEK.plus(Duration.ofDays(14)), "p-1", "cc", "too little", null);

        log.append(BITCOIN.id(), learned);
        log.append(BITCOIN.id(), refused);
        log.append(BITCOIN.id(), transferred);

        assertThat(log.outcomes(BITCOIN.id())).containsExactly(learned, transferred, refused);
        assertThat(log.outcomes(ETHER.id())).isEmpty();
        assertThat(log.states(BITCOIN.id()))
                .extracting(CalibrationState::isLearned, CalibrationState::transferred)
                .containsExactly(tuple(true, false), tuple(false, true), tuple(false, false));
    }

    @Test
    void append_makesANewRevision_whenTheInputDiffers_andKeepsTheOldOne() {
        CalibrationOutcome first = CalibrationOutcome.learned(WEEK, "p-1", "aa", "throttled", shares(1));
        CalibrationOutcome second = CalibrationOutcome.learned(WEEK, "p-1", "bb", "throttled", shares(2));
        CalibrationOutcome third = CalibrationOutcome.learned(WEEK, "p-2", "bb", "throttled", shares(3));

        assertThat(log.append(BITCOIN.id(), first)).isTrue();
        assertThat(log.append(BITCOIN.id(), first)).isFalse();
        assertThat(log.append(BITCOIN.id(), second)).isTrue();
        assertThat(log.append(BITCOIN.id(), third)).isTrue();

        assertThat(log.outcomes(BITCOIN.id())).containsExactly(first, second, third);
        assertThat(log.states(BITCOIN.id())).singleElement().satisfies(state -> {
            assertThat(state.revision()).isEqualTo(3);
            assertThat(log.outcome(BITCOIN.id(), state)).isEqualTo(third);
        });
        assertThat(log.knownAt(BITCOIN.id(), WEEK)).contains(third);
        assertThat(log.knownAt(BITCOIN.id(), WEEK.minusMillis(1))).isEmpty();
    }

    @Test
    void version_risesWithWhatIsStored() {
        long empty = log.version();
        log.append(BITCOIN.id(), CalibrationOutcome.refused(WEEK, "p-1", "aa", "too little", null));
        long one = log.version();
        log.append(BITCOIN.id(), CalibrationOutcome.refused(WEEK, "p-1", "aa", "too little", null));
        long same = log.version();
        log.append(ETHER.id(), CalibrationOutcome.refused(WEEK, "p-1", "aa", "too little", null));

        assertThat(one).isGreaterThan(empty);
        assertThat(same).isEqualTo(one);
        assertThat(log.version()).isGreaterThan(one);
    }

    @Test
    void append_storesOnce_whenInstancesComputeTheSame() throws Exception {
        CalibrationOutcome outcome = CalibrationOutcome.learned(WEEK, "p-1", "aa", "complete", shares(1));
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> stored = IntStream.range(0, 8)
                    .mapToObj(_ -> instances.submit(() -> log.append(BITCOIN.id(), outcome)))
                    .toList();
            int news = 0;
            for (Future<Boolean> isNew : stored) {
                news += isNew.get() ? 1 : 0;
            }
            assertThat(news).isEqualTo(1);
        }
        assertThat(log.outcomes(BITCOIN.id())).containsExactly(outcome);
    }

    @Test
    void append_refusesAnInstrumentThatIsNotRegistered() {
        assertThatIllegalStateException()
                .isThrownBy(() -> log.append(
                        InstrumentId.of("binance", "NONE"),
                        CalibrationOutcome.refused(WEEK, "p-1", "aa", "too little", null)))
                .withMessage("instrument binance:NONE is not registered");
    }

    private static CalibratedShares shares(double salt) {
        return new CalibratedShares(
                List.of(
                        new CohortShares("100", 0.006, 0.0059, 0.1, 0.01 / salt, 0.02 / salt),
                        new CohortShares("cross", 0.3, 0.31, 12.5, 0.1 / salt, 0.2 / salt)),
                1,
                0.35,
                0.55,
                0.85,
                List.of(
                        new MemberShares(List.of(0.01 / salt, 0.11), List.of(0.02, 0.21), 0.5),
                        new MemberShares(List.of(0.012, 0.12), List.of(0.022, 0.22 / salt), 0.6)));
    }
}
