package io.liquidationmap.ingestion;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A venue with one bar for every five minutes, whose numbers follow from the time alone. It can be told to lack some,
/// to fail, and it remembers what it was asked for.
final class FakeSource implements MarketDataSource {

    static final Instrument BTC =
            new Instrument(InstrumentId.of("fake", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);

    private final Clock clock;
    private final Venue venue;
    final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    final Set<Instant> missing = new HashSet<>();
    final Set<Instant> withoutOpenInterest = new HashSet<>();
    List<Instrument> listed = List.of(BTC);
    HistoryOffer offer = new HistoryOffer(Instant.EPOCH, 100);
    volatile @Nullable RuntimeException failure;

    @Nullable RuntimeException barsFailure;

    @Nullable OpenInterest current;

    @Nullable MarginSchedule margins;

    @Nullable RuntimeException marginsFailure;

    /// What it remembers of liquidations; nothing unless a test says so.
    @Nullable PastLiquidations pastLiquidations;

    /// How far the venue's clock is ahead of ours.
    Duration lead = Duration.ZERO;

    /// Done whenever bars are asked for.
    Runnable onBars = () -> {};

    /// Whether its newest bars lack the ratio of accounts.
    boolean completedLater;

    /// What it says is open, by symbol.
    Map<String, Double> openInterestUsd = Map.of();

    FakeSource(Clock clock) {
        this(clock, BTC.venue());
    }

    FakeSource(Clock clock, Venue venue) {
        this.clock = clock;
        this.venue = venue;
    }

    /// What was asked for.
    record Request(String symbol, Instant from, Instant to) {}

    /// The bar the venue has for an open time.
    static Bar bar(Instant openTime) {
        long index = openTime.getEpochSecond() / 300;
        double price = 50_000 + index % 100;
        return Bar.at(openTime, new Candle(price, price + 10, price - 10, price + 1), PriceKind.MARK)
                .volume(1_000.0)
                .openInterest(90_000.0 + index % 50)
                .longShortRatio(1.5)
                .build();
    }

    @Override
    public Venue venue() {
        return venue;
    }

    @Override
    public InstantSource clock(InstantSource ours) {
        return () -> ours.instant().plus(lead);
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        failIfTold();
        return openInterestUsd;
    }

    @Override
    public List<Instrument> instruments() {
        failIfTold();
        return listed;
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        return offer;
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        requests.add(new Request(instrument.symbol(), from, to));
        failIfTold();
        Instant closed = interval.floor(clock.instant().plus(lead));
        onBars.run();
        if (barsFailure != null) {
            throw barsFailure;
        }
        List<Bar> bars = new ArrayList<>();
        for (Instant time = from; time.isBefore(to) && time.isBefore(closed); time = next(time, interval)) {
            if (!missing.contains(time)) {
                Bar bar = bar(time);
                bars.add(
                        withoutOpenInterest.contains(time)
                                ? bar.toBuilder().openInterest(null).build()
                                : bar);
            }
        }
        return new BarPage(bars, List.of());
    }

    @Override
    public boolean isCompletedLater() {
        return completedLater;
    }

    @Override
    public BarPage newestBars(Instrument instrument, Interval interval, Instant from, Instant to) {
        BarPage page = bars(instrument, interval, from, to);
        return completedLater
                ? new BarPage(
                        page.bars().stream()
                                .map(bar -> bar.toBuilder().longShortRatio(null).build())
                                .toList(),
                        page.refusals())
                : page;
    }

    private static Instant next(Instant time, Interval interval) {
        Duration length = interval.duration();
        return time.plus(length);
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        failIfTold();
        return current == null ? new OpenInterest(clock.instant(), 90_000) : current;
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        RuntimeException told = marginsFailure;
        if (told != null) {
            throw told;
        }
        return Optional.ofNullable(margins);
    }

    private void failIfTold() {
        RuntimeException told = failure;
        if (told != null) {
            throw told;
        }
    }

    @Override
    public Optional<PastLiquidations> pastLiquidations() {
        return Optional.ofNullable(pastLiquidations);
    }
}
