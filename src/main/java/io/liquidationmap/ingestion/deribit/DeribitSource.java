package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.http.SharedAnswer;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Deribit perpetuals. Open interest is one-sided, in coins of linear contracts and in US dollars of inverse ones. Its
/// past is not to be had: it is sampled at the end of each bar, and bars from before the service ran have none.
final class DeribitSource implements MarketDataSource {

    static final Venue VENUE = new Venue("deribit");

    /// One answer tells of all contracts, so those sampled at the same time share it.
    private static final Duration SHARED_FOR = Duration.ofSeconds(10);

    /// What contracts settle in.
    private static final List<String> CURRENCIES = List.of("BTC", "ETH", "USDC", "USDT");

    private final DeribitApi api;
    private final DeribitHistory past;
    private final RefusedRows refused;
    private final Clock clock;
    private final Map<String, Instant> listedSince = new ConcurrentHashMap<>();
    private final Map<String, SharedAnswer<List<SummaryRow>>> summaries;

    DeribitSource(DeribitApi api, DeribitHistory past, RefusedRows refused, Clock clock) {
        this.api = api;
        this.past = past;
        this.refused = refused;
        this.clock = clock;
        this.summaries = CURRENCIES.stream()
                .collect(Collectors.toMap(
                        currency -> currency,
                        currency -> new SharedAnswer<>(
                                () -> api.summaries(currency, "future").content(), SHARED_FOR, clock)));
    }

    @Override
    public Venue venue() {
        return VENUE;
    }

    @Override
    public InstantSource clock(InstantSource ours) {
        return clock;
    }

    @Override
    public List<Instrument> instruments() {
        List<InstrumentRow> rows = api.instruments("any", "future").content();
        return refused.listing(VENUE, rows, InstrumentRow::instrumentName, row -> {
            Optional<Instrument> instrument = row.instrument();
            if (instrument.isPresent() && row.creationTimestamp() != null) {
                listedSince.put(row.instrumentName(), Instant.ofEpochMilli(row.creationTimestamp()));
            }
            return instrument;
        });
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        Instant listed = listedSince.getOrDefault(instrument.symbol(), Instant.EPOCH);
        return new HistoryOffer(listed, DeribitHistory.CANDLES_PER_REQUEST, null);
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return BarAssembly.ofEnded(
                interval,
                from,
                to,
                clock.instant(),
                (bars, end) -> past.collect(bars, instrument, interval, from, end));
    }

    @Override
    public boolean isCompletedLater() {
        return true;
    }

    /// Without funding, which is a request more for each contract.
    @Override
    public BarPage newestBars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return BarAssembly.ofEnded(
                interval,
                from,
                to,
                clock.instant(),
                (bars, end) -> past.collectCandles(bars, instrument, interval, from, end));
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        SummaryRow row = summary(instrument);
        double size = known(row.openInterest(), "open interest", instrument);
        double coins = switch (instrument.contract()) {
            case LINEAR -> size;
            case INVERSE -> size / known(row.markPrice(), "mark price", instrument);
        };
        Long at = row.creationTimestamp();
        if (at == null) {
            throw new VenueUnavailableException("does not say when " + instrument.symbol() + " was so", null, null);
        }
        return new OpenInterest(Instant.ofEpochMilli(at), coins);
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        Map<String, Double> usd = new HashMap<>();
        for (SharedAnswer<List<SummaryRow>> currency : summaries.values()) {
            usd.putAll(refused.openInterestUsd(
                    VENUE,
                    currency.get().answer(),
                    SummaryRow::instrumentName,
                    row -> Optional.ofNullable(row.openInterestUsd())));
        }
        return usd;
    }

    @Override
    public Optional<PastLiquidations> pastLiquidations() {
        return Optional.of(new DeribitPastLiquidations(api));
    }

    /// The value of a linear position is what the coin itself is worth at present.
    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return MarginFormula.of(instrument).map(formula -> formula.schedule(coinValue(instrument)));
    }

    private double coinValue(Instrument instrument) {
        if (instrument.contract() == ContractType.INVERSE) {
            return 1;
        }
        Double price = api.ticker(instrument.symbol()).content().indexPrice();
        if (price == null || !(price > 0)) {
            throw new IllegalArgumentException("they are not worth anything at an index price of " + price);
        }
        return price;
    }

    private SummaryRow summary(Instrument instrument) {
        String currency = switch (instrument.contract()) {
            case LINEAR -> instrument.quote();
            case INVERSE -> instrument.base();
        };
        return Optional.ofNullable(summaries.get(currency)).stream()
                .flatMap(settled -> settled.get().answer().stream())
                .filter(row -> instrument.symbol().equals(row.instrumentName()))
                .findFirst()
                .orElseThrow(() -> new VenueUnavailableException("has no " + instrument.symbol(), null, null));
    }

    private static double known(@Nullable Double value, String what, Instrument instrument) {
        if (value == null || !(value > 0)) {
            throw new VenueUnavailableException("has no " + what + " of " + instrument.symbol(), null, null);
        }
        return value;
    }
}
