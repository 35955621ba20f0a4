package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.zaxxer.hikari.HikariDataSource;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.ingestion.AllVenues.Contract;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// One market, told by every venue in its own units, makes one map: the service asks them over HTTP, and is asked over
/// HTTP. Venues keep their differences in what they tell; those in margin and formula are taken away.
@PostgresTest
class VenueUnitsIT {

    private static final Instant START = Instant.parse("2026-03-02T00:00:03Z");
    private static final Duration HISTORY = Duration.ofHours(24);

    /// What completes a bar leaves the first seconds after its end to the newest bars.
    private static final Duration NEWEST_BARS_FIRST = Duration.ofSeconds(30);

    private static final Instant LIVE = Instant.parse("2026-03-02T00:00:00Z");
    private static final int LIVE_HOURS = 12;
    private static final double TOLERANCE = 1e-6;

    @Autowired
    DataSource database;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    BarHistory history;

    @Autowired
    SettableClock clock;

    @Test
    void oneMarket_isOneMap_whateverTheVenueCountsIn() {
        clock.set(START);
        try (AllVenues venues = new AllVenues(clock);
                ServiceInstance service = new ServiceInstance((HikariDataSource) database, clock, properties(venues))) {
            service.runUntil(START.plus(Duration.ofHours(LIVE_HOURS - 1)));
            AllVenues.CONTRACTS.forEach(this::holdToTheSameMargins);
            service.runUntil(START.plus(Duration.ofHours(LIVE_HOURS)).plus(NEWEST_BARS_FIRST));

            assertThat(AllVenues.CONTRACTS).allSatisfy(contract -> {
                InstrumentId known = storeKnown(contract);
                assertThat(map(service, contract.id()))
                        .usingElementComparator(VenueUnitsIT::compare)
                        .isEqualTo(map(service, known));
            });
            assertEveryVenueIsShown(service.get("/api/liquidations?symbol=BTC&range=1d&groupBy=venue"));
        }
    }

    private static List<String> properties(AllVenues venues) {
        return Stream.of(
                        venues.properties().stream(),
                        AllVenues.names().stream()
                                .map(venue -> "liquidationmap.venues." + venue + ".formula=maintenance-on-value"),
                        Stream.of("liquidationmap.ingestion.history=" + HISTORY.toHours() + "h"))
                .flatMap(part -> part)
                .toList();
    }

    private void holdToTheSameMargins(Contract contract) {
        catalog.record(contract.id(), MarginSchedule.assumed(contract.type()), clock.instant());
    }

    /// Stores what the venue tells of the market without asking it.
    private InstrumentId storeKnown(Contract contract) {
        InstrumentId id = InstrumentId.of("known", contract.id().toString().replace(':', '.'));
        catalog.register(new KnownVenue(id.venue(), false));
        catalog.register(
                new Instrument(id, "KNOWN", contract.type() == ContractType.LINEAR ? "USDT" : "USD", contract.type()));
        holdToTheSameMargins(new Contract(id, contract.type(), contract.telling()));
        List<Bar> bars = new ArrayList<>();
        Instant end = LIVE.plus(Duration.ofHours(LIVE_HOURS));
        for (Instant time = LIVE.minus(HISTORY); time.isBefore(end); time = time.plus(Duration.ofHours(1))) {
            Bar bar = contract.telling().hour(time);
            boolean sampled = !time.isBefore(LIVE.minus(Duration.ofHours(1)));
            bars.add(
                    contract.telling().pastOpenInterest() || sampled
                            ? bar
                            : bar.toBuilder().openInterest(null).build());
        }
        history.write(id, Interval.ONE_HOUR, bars);
        return id;
    }

    /// All numbers of an instrument's map.
    private static List<Double> map(ServiceInstance service, InstrumentId id) {
        String map =
                service.get("/api/liquidations?range=1d&venues=" + id.venue().name() + "&symbol=" + id.symbol());
        List<Double> numbers = new ArrayList<>();
        for (String path : List.of(
                "$.price",
                "$.buckets[*].low",
                "$.buckets[*].high",
                "$.buckets[*].usd",
                "$.cumulative.up[*].price",
                "$.cumulative.up[*].usd",
                "$.cumulative.down[*].price",
                "$.cumulative.down[*].usd",
                "$.totals.*",
                "$.reconciliation[*].openInterestUsd",
                "$.reconciliation[*].levelsUsd",
                "$.reconciliation[*].unleveredUsd",
                "$.reconciliation[*].openedBeforeRangeUsd")) {
            Object found = JsonPath.read(map, path);
            List<?> values = found instanceof List<?> list ? list : List.of(found);
            assertThat(values).as(path).isNotEmpty();
            values.forEach(value -> numbers.add(((Number) value).doubleValue()));
        }
        assertThat(numbers.stream().mapToDouble(Double::doubleValue).sum()).isGreaterThan(1e9);
        return numbers;
    }

    private static int compare(double a, double b) {
        double difference = Math.abs(a - b);
        return difference <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b))) ? 0 : Double.compare(a, b);
    }

    private static void assertEveryVenueIsShown(String map) {
        assertThat(JsonPath.<List<String>>read(map, "$.venues")).containsExactlyElementsOf(AllVenues.names());
        List<Map<String, Object>> coverage = JsonPath.read(map, "$.coverage");
        assertThat(coverage)
                .extracting(entry -> entry.get("venue") + ":" + entry.get("instrument"))
                .containsExactlyElementsOf(AllVenues.CONTRACTS.stream()
                        .map(contract -> contract.id().toString())
                        .toList());
        assertThat(coverage).allSatisfy(entry -> {
            String id = entry.get("venue") + ":" + entry.get("instrument");
            Contract contract = AllVenues.CONTRACTS.stream()
                    .filter(each -> each.id().toString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry)
                    .containsEntry("barsExpected", 24)
                    .containsEntry("barsPresent", contract.telling().pastOpenInterest() ? 24 : LIVE_HOURS + 1)
                    .containsEntry("stale", false);
        });
        List<Map<String, Object>> buckets = JsonPath.read(map, "$.buckets[?(@.usd > 1)]");
        assertThat(buckets).isNotEmpty().allSatisfy(bucket -> {
            List<Map<String, Object>> parts = JsonPath.read(bucket, "$.byVenue");
            double sum = parts.stream().mapToDouble(part -> usd(part)).sum();
            assertThat(compare(sum, usd(bucket))).isZero();
        });
        assertThat(JsonPath.<List<String>>read(map, "$.buckets[*].byVenue[*].venue"))
                .containsOnly(AllVenues.names().toArray(String[]::new));
    }

    private static double usd(Map<String, Object> amount) {
        return ((Number) amount.getOrDefault("usd", Double.NaN)).doubleValue();
    }
}
