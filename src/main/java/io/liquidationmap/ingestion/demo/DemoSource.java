package io.liquidationmap.ingestion.demo;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The simulated venue: its markets have run since their origin and go on with the clock.
final class DemoSource implements MarketDataSource {

    private static final int PORTION_BARS = 10_000;

    private final List<DemoMarket> markets;
    private final Clock clock;

    DemoSource(List<DemoMarket> markets, Clock clock) {
        this.markets = List.copyOf(markets);
        this.clock = clock;
    }

    @Override
    public Venue venue() {
        return DemoListing.VENUE;
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public List<Instrument> instruments() {
        return markets.stream().map(DemoMarket::instrument).toList();
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        Instant now = clock.instant();
        if (!DemoMarket.offers(interval)) {
            return new HistoryOffer(interval.ceiling(now), PORTION_BARS);
        }
        Instant origin = market(instrument).origin();
        Instant kept = now.minus(DemoMarket.KEPT);
        return new HistoryOffer(interval.ceiling(kept.isAfter(origin) ? kept : origin), PORTION_BARS);
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        DemoMarket market = market(instrument);
        List<Bar> bars = DemoMarket.offers(interval) ? market.bars(interval, from, to, clock.instant()) : List.of();
        return new BarPage(bars, List.of());
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        return market(instrument)
                .openInterest(clock.instant())
                .orElseThrow(() -> new VenueUnavailableException("the market has not opened yet", null, null));
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        Instant now = clock.instant();
        Map<String, Double> usd = new HashMap<>();
        markets.forEach(market -> market.openInterestUsd(now)
                .ifPresent(open -> usd.put(market.instrument().symbol(), open)));
        return usd;
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return Optional.of(market(instrument).marginSchedule());
    }

    /// Every liquidation of the simulation is in its bars.
    @Override
    public Optional<Completeness> liquidations() {
        return Optional.of(Completeness.COMPLETE);
    }

    private DemoMarket market(Instrument instrument) {
        return markets.stream()
                .filter(market -> market.instrument().equals(instrument))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such instrument: " + instrument.id()));
    }
}
