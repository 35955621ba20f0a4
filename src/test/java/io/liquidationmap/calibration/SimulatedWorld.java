package io.liquidationmap.calibration;

import io.liquidationmap.history.CalibrationOutcome;
import io.liquidationmap.history.CalibrationState;
import io.liquidationmap.history.InMemoryBarHistory;
import io.liquidationmap.history.InMemoryCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.QuietJournal;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Venue;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Simulated markets in memory, all of bitcoin, whose first bar opens on Thursday 2026-01-01. The market of a venue is
/// the same in every test.
final class SimulatedWorld {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LONGEST_DAYS = 120;
    private static final Map<String, List<Bar>> RECORDED = new ConcurrentHashMap<>();

    final SettableClock clock = new SettableClock(START);
    final InMemoryBarHistory history = new InMemoryBarHistory(clock);
    final InMemoryCatalog catalog = new InMemoryCatalog();
    final QuietJournal journal = new QuietJournal();
    final CalibrationBench calibrations = new CalibrationBench(catalog, history, journal, clock);

    CalibrationWalk walk() {
        return calibrations.newWalk();
    }

    Instrument instrument(String venueName, boolean simulated) {
        Venue venue = new Venue(venueName);
        catalog.register(new KnownVenue(venue, simulated));
        Instrument instrument = new Instrument(new InstrumentId(venue, "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
        catalog.register(instrument);
        return instrument;
    }

    /// An instrument of a venue that publishes every liquidation, and its first days.
    Instrument complete(String venue, int days) {
        Instrument instrument = instrument(venue, false);
        calibrations.completeness.declare(instrument.id(), Completeness.COMPLETE);
        trade(instrument, days);
        return instrument;
    }

    /// Stores a market's first days, and sets the clock to their end.
    void trade(Instrument instrument, int days) {
        history.write(
                instrument.id(), Interval.ONE_HOUR, bars(instrument.venue().name(), days));
        clock.set(START.plus(Duration.ofDays(days)));
    }

    /// Stores days in which price hardly moves, so that nothing is swept.
    void calm(Instrument instrument, int days) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days * 24; i++) {
            double price = 60_000 + i % 2;
            bars.add(Bar.at(START.plus(Duration.ofHours(i)), new Candle(price, price, price, price), PriceKind.MARK)
                    .volume(1000.0)
                    .openInterest(80_000.0)
                    .build());
        }
        history.write(instrument.id(), Interval.ONE_HOUR, bars);
        clock.set(START.plus(Duration.ofDays(days)));
    }

    List<Bar> bars(String venue, int days) {
        return RECORDED.computeIfAbsent(venue, SimulatedWorld::record).subList(0, days * 24);
    }

    private static List<Bar> record(String venue) {
        long seed = 1L + Math.floorMod(venue.hashCode(), 100);
        SimulatedMarket market = SimulatedMarket.of(WorldParameters.draw(seed), seed, START, Interval.ONE_HOUR);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < LONGEST_DAYS * 24; i++) {
            bars.add(market.advance());
        }
        return bars;
    }

    /// Corrects the open interest of one bar.
    void change(Instrument instrument, Instant openTime) {
        Bar bar = bars(instrument.venue().name(), LONGEST_DAYS).stream()
                .filter(candidate -> candidate.openTime().equals(openTime))
                .findFirst()
                .orElseThrow();
        history.write(
                instrument.id(),
                Interval.ONE_HOUR,
                List.of(Bar.at(openTime, bar.price(), bar.priceKind())
                        .openInterest(Objects.requireNonNull(bar.openInterest()) * 1.001)
                        .build()));
    }

    static Bar withoutLiquidations(Bar bar) {
        return Bar.at(bar.openTime(), bar.price(), bar.priceKind())
                .vwap(bar.vwap())
                .volume(bar.volume())
                .takerBuyVolume(bar.takerBuyVolume())
                .openInterest(bar.openInterest())
                .build();
    }

    /// Two bars of half an hour that together are the bar.
    static List<Bar> halves(Bar bar) {
        Candle candle = bar.price();
        double middle = (candle.open() + candle.close()) / 2;
        Bar first = Bar.at(
                        bar.openTime(), new Candle(candle.open(), candle.high(), candle.low(), middle), bar.priceKind())
                .vwap(bar.vwap())
                .volume(bar.volume())
                .takerBuyVolume(bar.takerBuyVolume())
                .openInterest(bar.openInterest())
                .liquidatedLongUsd(bar.liquidatedLongUsd())
                .liquidatedShortUsd(bar.liquidatedShortUsd())
                .build();
        Bar second = Bar.at(
                        bar.openTime().plus(Duration.ofMinutes(30)),
                        new Candle(
                                middle,
                                Math.max(middle, candle.close()),
                                Math.min(middle, candle.close()),
                                candle.close()),
                        bar.priceKind())
                .vwap(candle.close())
                .volume(0.0)
                .takerBuyVolume(0.0)
                .openInterest(bar.openInterest())
                .liquidatedLongUsd(0.0)
                .liquidatedShortUsd(0.0)
                .build();
        return List.of(first, second);
    }

    List<CalibrationState> states(Instrument instrument) {
        return calibrations.log.states(instrument.id());
    }

    List<CalibrationOutcome> outcomes(Instrument instrument) {
        return calibrations.log.outcomes(instrument.id());
    }

    InstrumentModel model(Instrument instrument, int day) {
        return calibrations.models().of(instrument).knownAt(START.plus(Duration.ofDays(day)));
    }
}
