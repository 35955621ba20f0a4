package io.liquidationmap.maps;

import io.liquidationmap.calibration.CalibrationBench;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.ImbalanceLog;
import io.liquidationmap.history.InMemoryBarHistory;
import io.liquidationmap.history.InMemoryImbalanceLog;
import io.liquidationmap.history.InMemoryRetirements;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.QuietJournal;
import io.liquidationmap.maps.VenueFormulas.VenueSettings;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// The use cases over histories in memory.
final class MapsWorld {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final InMemoryBarHistory history = new InMemoryBarHistory(clock);
    final FixedCatalog catalog = new FixedCatalog();
    final InMemoryRetirements retirements = new InMemoryRetirements();
    final CalibrationBench calibrations = new CalibrationBench(catalog, history, new QuietJournal(), clock);
    final MapsProperties properties = properties(Duration.ZERO);
    final Listings listings = listings(Map.of(), properties);
    LiquidationMaps maps = freshMaps();
    Imbalances imbalances = freshImbalances();

    /// @param listingAge how long a listing is kept
    static MapsProperties properties(Duration listingAge) {
        return properties(listingAge, DataSize.ofMegabytes(64));
    }

    /// @param listingAge how long a listing is kept
    /// @param seriesMemory how much of the series
    static MapsProperties properties(Duration listingAge, DataSize seriesMemory) {
        return new MapsProperties(listingAge, seriesMemory, DataSize.ofMegabytes(64), DataSize.ofMegabytes(8), 2, 8);
    }

    /// What is listed.
    ///
    /// @param formulas of venues, by name
    Listings listings(Map<String, VenueSettings> formulas, MapsProperties kept) {
        return new Listings(catalog, history, retirements, new VenueFormulas(formulas), kept);
    }

    /// The use cases with nothing in memory.
    LiquidationMaps freshMaps() {
        return freshMaps(
                new SeriesStore(history, properties), new ParameterSource(calibrations.models(), properties), pool());
    }

    /// The imbalance and its past with nothing in memory.
    Imbalances freshImbalances() {
        SeriesStore store = new SeriesStore(history, properties);
        ParameterSource parameters = new ParameterSource(calibrations.models(), properties);
        EnginePool pool = pool();
        return new ModelledImbalances(
                freshMaps(store, parameters, pool),
                listings,
                history,
                new PastMoments(listings, store, parameters),
                pastImbalances(pool, new PastRuns(properties), new InMemoryImbalanceLog()),
                pool);
    }

    /// What was known at each of these times, read anew.
    List<Moment> pastMoments(MarketQuery query, List<Instant> times) {
        PastMoments moments = new PastMoments(
                listings, new SeriesStore(history, properties), new ParameterSource(calibrations.models(), properties));
        Listing listing = listings.current();
        Selection selection = Selection.of(query.symbol(), query.venues(), listing);
        return moments.of(selection.series(listing), query, times, clock.instant());
    }

    /// The imbalances of the past with nothing in memory.
    ///
    /// @param stored what is stored of them
    static PastImbalances pastImbalances(EnginePool pool, PastRuns runs, ImbalanceLog stored) {
        return new PastImbalances(pool, runs, new PointKeys(new CodeRevision()), new StoredPoints(stored));
    }

    /// The levels over time with nothing in memory.
    Heatmaps freshHeatmaps() {
        SeriesStore store = new SeriesStore(history, properties);
        ParameterSource parameters = new ParameterSource(calibrations.models(), properties);
        EnginePool pool = pool();
        return new ModelledHeatmaps(
                freshMaps(store, parameters, pool),
                listings,
                new PastMoments(listings, store, parameters),
                new PastRuns(properties),
                pool);
    }

    private ModelledLiquidationMaps freshMaps(SeriesStore store, ParameterSource parameters, EnginePool pool) {
        return new ModelledLiquidationMaps(listings, store, parameters, new Groundworks(properties), pool, clock);
    }

    private EnginePool pool() {
        return new EnginePool(properties, new SimpleMeterRegistry());
    }

    /// @param readFrom where bars are read from
    Overviews overviews(BarHistory readFrom) {
        return overviews(readFrom, listings);
    }

    /// @param readFrom where bars are read from
    Overviews overviews(BarHistory readFrom, Listings listings) {
        SeriesStore store = new SeriesStore(readFrom, properties);
        ParameterSource parameters = new ParameterSource(calibrations.models(), properties);
        EnginePool pool = pool();
        ModelledLiquidationMaps modelled =
                new ModelledLiquidationMaps(listings, store, parameters, new Groundworks(properties), pool, clock);
        return new ModelledOverviews(modelled, listings);
    }

    Ladders ladders() {
        ParameterSource parameters = new ParameterSource(calibrations.models(), properties);
        return new ModelledLadders(
                freshMaps(new SeriesStore(history, properties), parameters, pool()),
                catalog,
                new VenueFormulas(Map.of()));
    }

    LiquidationPrices prices() {
        return prices(listings);
    }

    LiquidationPrices prices(Listings listed) {
        return new VenueLiquidationPrices(listed, catalog, new VenueFormulas(Map.of()));
    }

    Instrument venue(String name, boolean simulated, String symbol) {
        Venue venue = new Venue(name);
        catalog.register(new KnownVenue(venue, simulated));
        Instrument instrument = new Instrument(new InstrumentId(venue, symbol), "BTC", "USDT", ContractType.LINEAR);
        catalog.register(instrument);
        return instrument;
    }

    /// Hourly bars from the start on, and a clock that stands at the end of the last one.
    Instrument traded(String venueName, int hours) {
        Instrument instrument = venue(venueName, false, "BTCUSDT");
        write(instrument, bars(1, hours));
        clock.set(START.plus(Duration.ofHours(hours)));
        return instrument;
    }

    void write(Instrument instrument, List<Bar> bars) {
        history.write(instrument.id(), Interval.ONE_HOUR, bars);
    }

    /// One tier, by which levels lie nearer or farther.
    static MarginSchedule tiers(int maxLeverage) {
        return MarginSchedule.ofSteps(
                List.of(new Step(Double.POSITIVE_INFINITY, 0.4 / maxLeverage, maxLeverage)),
                0,
                "made up",
                LocalDate.of(2026, 1, 1));
    }

    /// A random walk of price and open interest.
    static List<Bar> bars(long seed, int hours) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Bar> bars = new ArrayList<>();
        double price = 60_000;
        double openInterest = 80_000;
        for (int i = 0; i < hours; i++) {
            double open = price;
            price *= Math.exp(0.005 * random.nextGaussian());
            double high = Math.max(open, price) * (1 + 0.002 * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.002 * random.nextDouble());
            openInterest *= Math.exp(0.003 * random.nextGaussian());
            bars.add(Bar.at(START.plus(Duration.ofHours(i)), new Candle(open, high, low, price), PriceKind.MARK)
                    .volume(10_000 + 5_000 * random.nextDouble())
                    .openInterest(openInterest)
                    .build());
        }
        return bars;
    }

    MarketSnapshot open(@Nullable Instant asOf) {
        return maps.open(query(asOf, Model.CONSERVED));
    }

    static MarketQuery query(@Nullable Instant asOf, Model model) {
        return new MarketQuery("BTC", Set.of(), Range.ofDays(30), asOf, model);
    }

    static MapQuery map() {
        return new MapQuery(new PriceWindow.Span(40), 200, Set.of());
    }
}
