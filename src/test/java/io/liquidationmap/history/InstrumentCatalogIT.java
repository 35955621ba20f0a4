package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.liquidationmap.history.InstrumentCatalog.KnownSchedule;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.PostgresTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class InstrumentCatalogIT {

    private static final Venue VENUE = new Venue("binance");
    private static final Instrument BITCOIN =
            new Instrument(InstrumentId.of("binance", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void registerVenue() {
        catalog.register(new KnownVenue(VENUE, false));
    }

    @Test
    void venues_areListedByName() {
        catalog.register(new KnownVenue(new Venue("okx"), false));
        catalog.register(new KnownVenue(new Venue("aster"), true));

        assertThat(catalog.venues())
                .containsExactly(
                        new KnownVenue(new Venue("aster"), true),
                        new KnownVenue(VENUE, false),
                        new KnownVenue(new Venue("okx"), false));
    }

    @Test
    void register_changesWhatDiffers_whenVenueIsKnown() {
        catalog.register(new KnownVenue(VENUE, true));

        assertThat(catalog.venues()).containsExactly(new KnownVenue(VENUE, true));
    }

    @Test
    void register_changesNoRow_whenVenueIsKnownAsItIs() {
        String before = rowVersion("venue");

        catalog.register(new KnownVenue(VENUE, false));

        assertThat(rowVersion("venue")).isEqualTo(before);
    }

    @Test
    void instruments_areListedByVenueAndSymbol() {
        catalog.register(new KnownVenue(new Venue("aster"), false));
        Instrument ether =
                new Instrument(InstrumentId.of("binance", "ETHUSD_PERP"), "ETH", "USD", ContractType.INVERSE);
        Instrument other = new Instrument(InstrumentId.of("aster", "币安人生USDT"), "币安人生", "USDT", ContractType.LINEAR);
        catalog.register(ether);
        catalog.register(BITCOIN);
        catalog.register(other);

        assertThat(catalog.instruments()).containsExactly(other, BITCOIN, ether);
        assertThat(catalog.find(other.id())).contains(other);
    }

    @Test
    void find_isEmpty_whenInstrumentIsUnknown() {
        catalog.register(BITCOIN);

        assertThat(catalog.find(InstrumentId.of("binance", "btcusdt"))).isEmpty();
        assertThat(catalog.find(InstrumentId.of("okx", "BTCUSDT"))).isEmpty();
    }

    @Test
    void register_changesNoRow_whenInstrumentIsKnown() {
        catalog.register(BITCOIN);
        String before = rowVersion("instrument");

        catalog.register(BITCOIN);

        assertThat(rowVersion("instrument")).isEqualTo(before);
    }

    @Test
    void register_refusesInstrument_whenVenueIsUnknown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> catalog.register(
                        new Instrument(InstrumentId.of("okx", "BTC-USDT-SWAP"), "BTC", "USDT", ContractType.LINEAR)))
                .withMessageContaining("okx");
    }

    @Test
    void register_refusesInstrument_whenItIsKnownOtherwise() {
        catalog.register(BITCOIN);

        assertThatIllegalStateException()
                .isThrownBy(() -> catalog.register(new Instrument(BITCOIN.id(), "BTC", "USDT", ContractType.INVERSE)))
                .withMessageContaining("binance:BTCUSDT");
        assertThat(catalog.find(BITCOIN.id())).contains(BITCOIN);
    }

    @Test
    void marginSchedule_isTheOneKnownThen() {
        catalog.register(BITCOIN);
        catalog.record(BITCOIN.id(), schedule(0.004), JANUARY);
        catalog.record(BITCOIN.id(), schedule(0.005), FEBRUARY);

        assertThat(catalog.marginSchedule(BITCOIN.id(), JANUARY)).contains(schedule(0.004));
        assertThat(catalog.marginSchedule(BITCOIN.id(), FEBRUARY.minusMillis(1)))
                .contains(schedule(0.004));
        assertThat(catalog.marginSchedule(BITCOIN.id(), FEBRUARY)).contains(schedule(0.005));
    }

    @Test
    void marginSchedule_isTheOldest_whenAllWereKnownLater() {
        catalog.register(BITCOIN);
        catalog.record(BITCOIN.id(), schedule(0.004), JANUARY);
        catalog.record(BITCOIN.id(), schedule(0.005), FEBRUARY);

        assertThat(catalog.marginSchedule(BITCOIN.id(), Instant.EPOCH)).contains(schedule(0.004));
    }

    @Test
    void marginSchedule_isEmpty_whenNoneIsKnown() {
        catalog.register(BITCOIN);

        assertThat(catalog.marginSchedule(BITCOIN.id(), JANUARY)).isEmpty();
        assertThat(catalog.marginSchedule(InstrumentId.of("okx", "BTC-USDT-SWAP"), JANUARY))
                .isEmpty();
    }

    @Test
    void marginSchedules_tellForEveryMomentWhatWasKnownThen() {
        catalog.register(BITCOIN);
        catalog.record(BITCOIN.id(), schedule(0.004), JANUARY);
        catalog.record(BITCOIN.id(), schedule(0.005), FEBRUARY);
        catalog.record(BITCOIN.id(), schedule(0.006), FEBRUARY);

        List<KnownSchedule> schedules = catalog.marginSchedules(BITCOIN.id());

        for (Instant moment :
                List.of(Instant.EPOCH, JANUARY, FEBRUARY.minusMillis(1), FEBRUARY, FEBRUARY.plusSeconds(1))) {
            assertThat(KnownSchedule.at(moment, schedules)).isEqualTo(catalog.marginSchedule(BITCOIN.id(), moment));
        }
        assertThat(catalog.marginSchedules(InstrumentId.of("okx", "BTC-USDT-SWAP")))
                .isEmpty();
    }

    @Test
    void record_storesNothing_whenScheduleIsTheOneStoredLast() {
        catalog.register(BITCOIN);
        catalog.record(BITCOIN.id(), schedule(0.004), JANUARY);

        catalog.record(BITCOIN.id(), schedule(0.004), FEBRUARY);

        assertThat(database.sql("select count(*) from margin_schedule")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void record_storesAgain_whenAnOlderScheduleReturns() {
        catalog.register(BITCOIN);
        catalog.record(BITCOIN.id(), schedule(0.004), JANUARY);
        catalog.record(BITCOIN.id(), schedule(0.005), FEBRUARY);

        catalog.record(BITCOIN.id(), schedule(0.004), FEBRUARY.plusSeconds(1));

        assertThat(catalog.marginSchedule(BITCOIN.id(), FEBRUARY.plusSeconds(1)))
                .contains(schedule(0.004));
    }

    @Test
    void record_refusesSchedule_whenInstrumentIsUnknown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> catalog.record(BITCOIN.id(), schedule(0.004), JANUARY))
                .withMessageContaining("binance:BTCUSDT");
    }

    private static MarginSchedule schedule(double smallestRate) {
        return MarginSchedule.ofSteps(
                List.of(
                        new Step(50_000, smallestRate, 125),
                        new Step(600_000.5, 0.01, 75),
                        new Step(Double.POSITIVE_INFINITY, 0.1 + 0.2, 1)),
                0.0005,
                "a table of the test",
                LocalDate.of(2026, 1, 1));
    }

    /// Changes with every new version of any row.
    private String rowVersion(String table) {
        return database.sql("select string_agg(ctid || ':' || xmin, ',' order by id) from " + table)
                .query(String.class)
                .single();
    }
}
