package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.http.SharedAnswer;
import io.liquidationmap.ingestion.http.SharedAnswer.Told;
import io.liquidationmap.ingestion.hyperliquid.Meta.Asset;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hyperliquid perpetuals. Sizes are in coins and open interest is one-sided. Its past is not to be had: it is sampled
/// at the end of each bar, and bars from before the service ran have none.
final class HyperliquidSource implements MarketDataSource {

    static final Venue VENUE = new Venue("hyperliquid");

    /// Fewer than the venue remembers, because it forgets one while another is asked for.
    private static final int PAST_BARS = InfoRequest.MOST_CANDLES - 10;

    /// One answer tells of all contracts, so those sampled at the same time share it.
    private static final Duration SHARED_FOR = Duration.ofSeconds(10);

    private final HyperliquidApi api;
    private final HyperliquidHistory past;
    private final RefusedRows refused;
    private final Clock clock;
    private final SharedAnswer<MetaAndContexts> present;

    HyperliquidSource(HyperliquidApi api, HyperliquidHistory past, RefusedRows refused, Clock clock) {
        this.api = api;
        this.past = past;
        this.refused = refused;
        this.clock = clock;
        this.present = new SharedAnswer<>(() -> api.metaAndContexts(InfoRequest.metaAndContexts()), SHARED_FOR, clock);
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
        List<Asset> universe = api.meta(InfoRequest.meta()).universe();
        return refused.listing(
                VENUE,
                universe,
                Asset::name,
                asset -> Boolean.TRUE.equals(asset.isDelisted())
                        ? Optional.empty()
                        : Optional.of(Coin.instrument(asset.name())));
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        Instant oldest =
                interval.floor(clock.instant()).minus(interval.duration().multipliedBy(PAST_BARS));
        return new HistoryOffer(oldest, PAST_BARS, null);
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return BarAssembly.ofEnded(interval, from, to, clock.instant(), (bars, end) -> {
            past.collect(bars, instrument, interval, from, end);
        });
    }

    @Override
    public boolean isCompletedLater() {
        return true;
    }

    /// Without funding, which would weigh as much as the candles do, and both are more than a minute has room for.
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
        Told<MetaAndContexts> now = present.get();
        double coins = now.answer()
                .openInterest(instrument.symbol())
                .orElseThrow(() -> new VenueUnavailableException(
                        "does not say how much of " + instrument.symbol() + " is open", null, null));
        return new OpenInterest(now.askedAt(), coins);
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        return present.get().answer().openInterestUsd();
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return HyperliquidMargins.schedule(
                present.get().answer().meta(),
                instrument.symbol(),
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
