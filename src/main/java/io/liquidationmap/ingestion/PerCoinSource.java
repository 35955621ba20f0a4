package io.liquidationmap.ingestion;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Denomination;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A source whose contracts are all on single coins: those on a thousand or a million of one are converted, so that a
/// coin has one price axis and one open interest whatever its venues trade.
final class PerCoinSource implements MarketDataSource {

    private final MarketDataSource source;

    PerCoinSource(MarketDataSource source) {
        this.source = source;
    }

    @Override
    public Venue venue() {
        return source.venue();
    }

    @Override
    public boolean simulated() {
        return source.simulated();
    }

    @Override
    public InstantSource clock(InstantSource ours) {
        return source.clock(ours);
    }

    @Override
    public List<Instrument> instruments() {
        return source.instruments().stream().map(PerCoinSource::onCoin).toList();
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        return source.openInterestUsd();
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        return source.history(instrument, interval);
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return onCoin(instrument, source.bars(instrument, interval, from, to));
    }

    @Override
    public boolean isCompletedLater() {
        return source.isCompletedLater();
    }

    @Override
    public BarPage newestBars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return onCoin(instrument, source.newestBars(instrument, interval, from, to));
    }

    private static BarPage onCoin(Instrument instrument, BarPage page) {
        Denomination denomination = Denomination.of(instrument.id());
        if (denomination.isSingle()) {
            return page;
        }
        List<Bar> bars = page.bars().stream().map(denomination::perCoin).toList();
        return new BarPage(bars, page.refusals());
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        OpenInterest now = source.currentOpenInterest(instrument);
        return new OpenInterest(now.at(), Denomination.of(instrument.id()).coins(now.coins()));
    }

    /// Tiers are of values, which are the same.
    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return source.marginSchedule(instrument);
    }

    @Override
    public Optional<Completeness> liquidations() {
        return source.liquidations();
    }

    @Override
    public Optional<PastLiquidations> pastLiquidations() {
        return source.pastLiquidations().map(PerCoinLiquidations::new);
    }

    private static Instrument onCoin(Instrument listed) {
        String coin = Denomination.of(listed.base()).coin();
        return coin.equals(listed.base())
                ? listed
                : new Instrument(listed.id(), coin, listed.quote(), listed.contract());
    }

    private record PerCoinLiquidations(PastLiquidations past) implements PastLiquidations {

        @Override
        public Duration reach() {
            return past.reach();
        }

        @Override
        public Completeness completeness() {
            return past.completeness();
        }

        @Override
        public Remembered between(Instrument instrument, Instant from, Instant to) {
            Denomination denomination = Denomination.of(instrument.id());
            Remembered remembered = past.between(instrument, from, to);
            return new Remembered(
                    remembered.events().stream().map(denomination::perCoin).toList(),
                    remembered.from(),
                    remembered.refusals());
        }
    }
}
