package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.ingestion.AllVenues.Contract;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.IngestionStatus.SeriesStatus;
import io.liquidationmap.ingestion.IngestionStatus.VenueStatus;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The life of a service that follows all venues: what it holds in the end is what they told, whatever befell it.
@PostgresTest
class AllVenuesIT {

    private static final Interval HOUR = Interval.ONE_HOUR;
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    /// Those that say afterwards that nothing was liquidated.
    private static final Set<String> REMEMBERING = Set.of("deribit", "dydx", "okx");

    /// Longer than what venues with an archive still tell over REST.
    private static final Duration HISTORY = Duration.ofDays(40);

    /// How long after the end of a bar it is asked for.
    private static final Duration POLL_DELAY = Duration.ofSeconds(3);

    /// Time enough after the end of a bar for everyone's turn.
    private static final Duration TURNS = Duration.ofMinutes(5);

    /// Time enough for what comes after the newest bars.
    private static final Duration LATER_TURNS = Duration.ofMinutes(50);

    /// One whose past can be asked for, and one that says only what is open at present.
    private static final Set<String> FAILING = Set.of("kraken", "deribit");

    @Autowired
    DataSource database;

    @Autowired
    BarHistory history;

    @Autowired
    SettableClock clock;

    private AllVenues venues;
    private Instant outageFrom = Instant.MAX;
    private Instant outageTo = Instant.MAX;

    @BeforeEach
    void open() {
        clock.set(BEGIN.plus(POLL_DELAY));
        venues = new AllVenues(clock);
    }

    @AfterEach
    void close() {
        venues.close();
    }

    @Test
    void whateverBefallsTheService_itHoldsWhatTheVenuesTold() {
        try (ServiceInstance service = start()) {
            while (!isInTheMiddleOfTheBackfill(service)) {
                service.runDue();
            }
        }
        try (ServiceInstance service = start()) {
            service.runUntil(BEGIN.plus(TURNS));
            assertThat(service.bean(IngestionStatus.class).series())
                    .hasSameSizeAs(AllVenues.CONTRACTS)
                    .extracting(SeriesStatus::backfillPct)
                    .containsOnly(100.0);
            for (String market : List.of("um", "cm")) {
                assertThat(venues.server("binance").requests("/data/futures/" + market + "/"))
                        .as("files of %s", market)
                        .isNotEmpty();
            }
            service.runUntil(hour(2).plus(LATER_TURNS));
            assertHolds(2);

            outageFrom = hour(2);
            FAILING.forEach(venue -> venues.server(venue).answerOnly(Answer.status(500)));
            passHours(service, 3, 4, "answered 500");
            FAILING.forEach(venue -> venues.server(venue).goAway());
            passHours(service, 5, 6, "gave no answer");
            outageTo = hour(6);
            FAILING.forEach(venue -> {
                venues.server(venue).answerOnly(null);
                venues.server(venue).comeBack();
            });
            service.runUntil(hour(6).plus(Duration.ofMinutes(30)));
            assertAllIsWell(service, Duration.ofMinutes(30));

            try (ServiceInstance another = start()) {
                for (int hours = 7; hours <= 9; hours++) {
                    ServiceInstance.runUntil(hour(hours).plus(POLL_DELAY).plusSeconds(5), List.of(service, another));
                }
                service.runUntil(hour(9).plus(TURNS));
                assertAllIsWell(service, TURNS);
                service.runUntil(hour(9).plus(LATER_TURNS));
            }
        }
        assertHolds(9);
    }

    private ServiceInstance start() {
        List<String> properties = new ArrayList<>(venues.properties());
        properties.add("liquidationmap.ingestion.history=" + HISTORY.toHours() + "h");
        properties.add("liquidationmap.ingestion.poll-delay=" + POLL_DELAY.toSeconds() + "s");
        return new ServiceInstance((HikariDataSource) database, clock, properties);
    }

    private static Instant hour(int hours) {
        return BEGIN.plus(Duration.ofHours(hours));
    }

    private static boolean isInTheMiddleOfTheBackfill(ServiceInstance service) {
        List<SeriesStatus> begun = service.bean(IngestionStatus.class).series();
        return begun.stream().anyMatch(series -> Objects.equals(series.backfillPct(), 100.0))
                && begun.stream().anyMatch(series -> series.backfillPct() != null && series.backfillPct() < 100);
    }

    /// Lets hours pass in which some venues do not answer, which nobody else is to notice.
    private void passHours(ServiceInstance service, int first, int last, String error) {
        IngestionStatus status = service.bean(IngestionStatus.class);
        for (int hours = first; hours <= last; hours++) {
            service.runUntil(hour(hours).plus(TURNS));
            Duration down = Duration.between(outageFrom, clock.instant());
            assertThat(status.venues()).allSatisfy(venue -> {
                boolean failing = FAILING.contains(venue.venue().name());
                assertThat(venue.reachable()).as(venue.venue().name()).isEqualTo(!failing);
                if (failing) {
                    assertThat(venue.lastError()).startsWith(error);
                }
            });
            assertThat(status.series())
                    .allSatisfy(series -> assertThat(series.lag())
                            .as(series.instrument().toString())
                            .isEqualTo(
                                    FAILING.contains(series.instrument().venue().name()) ? down : TURNS));
        }
    }

    private static void assertAllIsWell(ServiceInstance service, Duration lag) {
        IngestionStatus status = service.bean(IngestionStatus.class);
        assertThat(status.venues())
                .hasSize(AllVenues.names().size())
                .extracting(VenueStatus::reachable)
                .containsOnly(true);
        // Every venue lists one contract that cannot be.
        assertThat(status.venues()).allSatisfy(venue -> {
            assertThat(venue.rowsRefused()).as(venue.venue().name()).isPositive();
            assertThat(venue.lastRefusal()).startsWith("listing of ");
        });
        assertThat(status.series()).allSatisfy(series -> {
            assertThat(series.lag()).as(series.instrument().toString()).isEqualTo(lag);
            assertThat(series.missingBars()).isZero();
            assertThat(series.rowsRefused()).isZero();
        });
        assertThat(status.series().stream()
                        .filter(series -> series.lastError() != null)
                        .map(series -> series.instrument().venue().name())
                        .collect(Collectors.toSet()))
                .isSubsetOf(FAILING)
                .isNotEmpty();
    }

    // ---- what is stored

    private void assertHolds(int hours) {
        assertThat(AllVenues.CONTRACTS).allSatisfy(contract -> {
            List<Bar> expected = told(contract, hour(hours));
            InstrumentId id = contract.id();
            assertThat(history.series(id, HOUR).orElseThrow().bars()).isEqualTo(expected.size());
            BarSeries stored = history.read(id, HOUR, Instant.EPOCH, hour(hours));
            assertSame(stored, BarSeries.of(HOUR, expected));
            assertLiquidations(id, stored, BarSeries.of(HOUR, expected));
            double funding = expected.stream()
                    .filter(bar -> bar.fundingRate() != null)
                    .mapToDouble(bar -> Objects.requireNonNull(bar.fundingRate()))
                    .sum();
            assertThat(history.fundingRate(id, HOUR, Instant.EPOCH, hour(hours)).orElse(0))
                    .isCloseTo(funding, within(1e-12));
        });
    }

    private List<Bar> told(Contract contract, Instant end) {
        List<Bar> bars = new ArrayList<>();
        for (Instant time = BEGIN.minus(HISTORY); time.isBefore(end); time = time.plus(HOUR.duration())) {
            Bar bar = contract.telling().hour(time);
            Bar.Builder heard = bar.toBuilder();
            if (!contract.telling().pastOpenInterest() && !wasHeard(contract, time.plus(HOUR.duration()))) {
                heard.openInterest(null);
            }
            if (contract.telling() == Telling.BITGET_USDT && time.isBefore(hour(-30))) {
                heard.longShortRatio(null).takerBuyVolume(null);
            }
            bars.add(heard.build());
        }
        return bars;
    }

    /// Whether the service ran and the venue answered when a bar ended.
    private boolean wasHeard(Contract contract, Instant end) {
        boolean down =
                FAILING.contains(contract.id().venue().name()) && end.isAfter(outageFrom) && !end.isAfter(outageTo);
        return !end.isBefore(BEGIN) && !down;
    }

    private static void assertSame(BarSeries actual, BarSeries expected) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.openTimeMs(i)).isEqualTo(expected.openTimeMs(i));
            assertThat(actual.isMark(i)).isEqualTo(expected.isMark(i));
        }
        assertColumn("open", expected.size(), actual::open, expected::open);
        assertColumn("high", expected.size(), actual::high, expected::high);
        assertColumn("low", expected.size(), actual::low, expected::low);
        assertColumn("close", expected.size(), actual::close, expected::close);
        assertColumn("vwap", expected.size(), actual::vwap, expected::vwap);
        assertColumn("volume", expected.size(), actual::volume, expected::volume);
        assertColumn("taker buy volume", expected.size(), actual::takerBuyVolume, expected::takerBuyVolume);
        assertColumn("open interest", expected.size(), actual::openInterest, expected::openInterest);
        assertColumn("long/short ratio", expected.size(), actual::longShortRatio, expected::longShortRatio);
    }

    /// Some remember the last day, in which there were none.
    private static void assertLiquidations(InstrumentId id, BarSeries actual, BarSeries expected) {
        if (REMEMBERING.contains(id.venue().name())) {
            for (int i = 0; i < actual.size(); i++) {
                assertThat(actual.liquidatedLongUsd(i)).isIn(0.0, Double.NaN);
                assertThat(actual.liquidatedShortUsd(i)).isIn(0.0, Double.NaN);
            }
            assertThat(actual.liquidatedLongUsd(actual.size() - 12)).isZero();
        } else {
            assertColumn("liquidated long", expected.size(), actual::liquidatedLongUsd, expected::liquidatedLongUsd);
            assertColumn("liquidated short", expected.size(), actual::liquidatedShortUsd, expected::liquidatedShortUsd);
        }
    }

    private static void assertColumn(String name, int size, IntToDoubleFunction actual, IntToDoubleFunction expected) {
        for (int i = 0; i < size; i++) {
            double known = expected.applyAsDouble(i);
            if (Double.isNaN(known)) {
                assertThat(actual.applyAsDouble(i))
                        .as("%s %d of %d", name, i, size)
                        .isNaN();
            } else {
                assertThat(actual.applyAsDouble(i))
                        .as("%s %d of %d", name, i, size)
                        .isCloseTo(known, within(1e-9 * Math.max(1, Math.abs(known))));
            }
        }
    }
}
