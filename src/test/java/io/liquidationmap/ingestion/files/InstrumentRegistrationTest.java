package io.liquidationmap.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.liquidationmap.history.InMemoryCatalog;
import io.liquidationmap.history.InMemoryCompleteness;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstrumentRegistrationTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemoryCompleteness completeness = new InMemoryCompleteness();
    private final InstrumentRegistration registration =
            new InstrumentRegistration(catalog, completeness, ImportBench.sources());

    @Test
    void resolve_readsTheSymbol_whenNothingElseIsSaid() {
        assertThat(registration.resolve(request("BTC-USDT-SWAP", null, null, null)))
                .isEqualTo(instrument("BTC-USDT-SWAP", "BTC", "USDT", ContractType.LINEAR));
    }

    @Test
    void resolve_takesWhatIsSaid_beforeWhatTheSymbolTells() {
        assertThat(registration.resolve(request("BTCUSD", "XBT", "EUR", ContractType.INVERSE)))
                .isEqualTo(instrument("BTCUSD", "XBT", "EUR", ContractType.INVERSE));
    }

    @Test
    void resolve_asksForWhatIsMissing() {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> registration.resolve(request("BTC-PERP", null, null, null)))
                .withMessageContaining("give --base");
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> registration.resolve(request("BTC-PERP", "BTC", null, null)))
                .withMessageContaining("give --quote");
    }

    @Test
    void resolve_refusesImpossibleNames() {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> registration.resolve(request("BTCUSDT", "B C", null, null)))
                .withMessageContaining("base must be 1 to 24 upper-case letters or digits");
    }

    @Test
    void resolve_takesWhatIsKnown_andRefusesToContradictIt() {
        catalog.register(new KnownVenue(new Venue("bitmex"), false));
        Instrument known = instrument("bitmex", "PF_XBTUSD", "BTC", "USD", ContractType.INVERSE);
        catalog.register(known);

        assertThat(registration.resolve(request("bitmex", "PF_XBTUSD", null, null, null)))
                .isEqualTo(known);
        assertThat(registration.resolve(request("bitmex", "PF_XBTUSD", "BTC", "USD", ContractType.INVERSE)))
                .isEqualTo(known);
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> registration.resolve(request("bitmex", "PF_XBTUSD", null, null, ContractType.LINEAR)))
                .withMessage("bitmex:PF_XBTUSD is known already, with --contract=inverse; it cannot become linear");
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> registration.resolve(request("bitmex", "PF_XBTUSD", "ETH", null, null)))
                .withMessage("bitmex:PF_XBTUSD is known already, with --base=BTC; it cannot become ETH");
    }

    @Test
    void register_givesAnUnknownVenueTheAssumedMargins_once() {
        Instrument instrument = instrument("BTCUSDT", "BTC", "USDT", ContractType.LINEAR);

        registration.register(instrument, null, NOW);
        registration.register(instrument, null, NOW);

        assertThat(catalog.venues()).containsExactly(new KnownVenue(new Venue("mine"), false));
        assertThat(catalog.instruments()).containsExactly(instrument);
        assertThat(catalog.marginSchedule(instrument.id(), NOW)).contains(MarginSchedule.assumed(ContractType.LINEAR));
    }

    @Test
    void register_leavesAVenueSimulated() {
        catalog.register(new KnownVenue(new Venue("mine"), true));

        registration.register(instrument("BTCUSDT", "BTC", "USDT", ContractType.LINEAR), null, NOW);

        assertThat(catalog.venues()).containsExactly(new KnownVenue(new Venue("mine"), true));
    }

    @Test
    void register_leavesTheMarginsToAVenueThatIsIngested() {
        MarketDataSource source = mock();
        when(source.venue()).thenReturn(new Venue("mine"));
        Instrument instrument = instrument("BTCUSDT", "BTC", "USDT", ContractType.LINEAR);

        new InstrumentRegistration(catalog, completeness, ImportBench.sources(source)).register(instrument, null, NOW);

        assertThat(catalog.marginSchedule(instrument.id(), NOW)).isEmpty();
    }

    private static Instrument instrument(String symbol, String base, String quote, ContractType contract) {
        return instrument("mine", symbol, base, quote, contract);
    }

    private static Instrument instrument(
            String venue, String symbol, String base, String quote, ContractType contract) {
        return new Instrument(InstrumentId.of(venue, symbol), base, quote, contract);
    }

    private static ImportRequest request(
            String symbol, @Nullable String base, @Nullable String quote, @Nullable ContractType contract) {
        return request("mine", symbol, base, quote, contract);
    }

    private static ImportRequest request(
            String venue,
            String symbol,
            @Nullable String base,
            @Nullable String quote,
            @Nullable ContractType contract) {
        return new ImportRequest(
                InstrumentId.of(venue, symbol), Interval.ONE_HOUR, List.of(), null, base, quote, contract, null);
    }
}
