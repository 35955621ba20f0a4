package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.http.SharedAnswer;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Bitget perpetuals. Sizes are in coins whatever the margin, and open interest is one-sided. Its past is not to be had:
/// it is sampled at the end of each bar, and bars from before the service ran have none.
final class BitgetSource implements MarketDataSource {

    static final Venue VENUE = new Venue("bitget");

    private static final int PORTION_BARS = 990;

    /// One answer tells of all contracts, so those sampled at the same time share it.
    private static final Duration SHARED_FOR = Duration.ofSeconds(10);

    private final BitgetApi api;
    private final BitgetHistory past;
    private final RefusedRows refused;
    private final Clock clock;
    private final Map<String, ContractRow> contracts = new ConcurrentHashMap<>();
    private final Map<ProductType, SharedAnswer<List<TickerRow>>> tickers = new EnumMap<>(ProductType.class);

    BitgetSource(BitgetApi api, BitgetHistory past, RefusedRows refused, Clock clock) {
        this.api = api;
        this.past = past;
        this.refused = refused;
        this.clock = clock;
        for (ProductType product : ProductType.values()) {
            tickers.put(
                    product,
                    new SharedAnswer<>(() -> api.tickers(product.wireName).content(), SHARED_FOR, clock));
        }
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
        List<Instrument> instruments = new ArrayList<>();
        for (ProductType product : ProductType.values()) {
            instruments.addAll(instruments(product));
        }
        return instruments;
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        ContractRow row = contracts.get(instrument.symbol());
        Instant listed =
                row == null || row.launchTime() == null ? Instant.EPOCH : Instant.ofEpochMilli(row.launchTime());
        return new HistoryOffer(listed, PORTION_BARS, null);
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

    /// Without ratios and taker volumes, of which a second brings but one, and funding, which is a request more for each
    /// contract.
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
        return tickers(ProductType.of(instrument)).stream()
                .filter(row -> instrument.symbol().equals(row.symbol()))
                .flatMap(row -> row.openInterest().stream())
                .findFirst()
                .orElseThrow(() -> new VenueUnavailableException(
                        "does not say how much of " + instrument.symbol() + " is open", null, null));
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        Map<String, Double> usd = new HashMap<>();
        for (ProductType product : ProductType.values()) {
            usd.putAll(refused.openInterestUsd(
                    VENUE, tickers(product), TickerRow::symbol, row -> Optional.ofNullable(row.openInterestUsd())));
        }
        return usd;
    }

    /// What the bounds of the tiers of a coin-margined contract count is not documented, so it gets its smallest tier
    /// alone.
    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        ProductType product = ProductType.of(instrument);
        List<Step> steps = api.positionTiers(instrument.symbol(), product.wireName).content().stream()
                .map(PositionTier::step)
                .sorted(Comparator.comparingDouble(Step::cap))
                .toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Step smallest = steps.getFirst();
        List<Step> valued = instrument.contract() == ContractType.LINEAR
                ? steps
                : List.of(new Step(Double.POSITIVE_INFINITY, smallest.maintenanceMarginRate(), smallest.maxLeverage()));
        return Optional.of(MarginSchedule.ofSteps(
                valued,
                takerFeeRate(instrument, product),
                "Bitget query-position-lever",
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private double takerFeeRate(Instrument instrument, ProductType product) {
        if (!contracts.containsKey(instrument.symbol())) {
            instruments(product);
        }
        ContractRow row = contracts.get(instrument.symbol());
        return row == null || row.takerFeeRate() == null ? 0 : row.takerFeeRate();
    }

    private List<TickerRow> tickers(ProductType product) {
        return Objects.requireNonNull(tickers.get(product)).get().answer();
    }

    private List<Instrument> instruments(ProductType product) {
        List<ContractRow> rows = api.contracts(product.wireName).content();
        return refused.listing(VENUE, rows, ContractRow::symbol, row -> {
            Optional<Instrument> instrument = product.instrument(row);
            instrument.ifPresent(listed -> contracts.put(listed.symbol(), row));
            return instrument;
        });
    }
}
