package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.dydx.PerpetualMarkets.MarketRow;
import io.liquidationmap.ingestion.http.SharedAnswer;
import io.liquidationmap.ingestion.http.SharedAnswer.Told;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Pair;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// dYdX v4 perpetuals, all linear in US dollars. Sizes are in coins and open interest is one-sided.
final class DydxSource implements MarketDataSource {

    static final Venue VENUE = new Venue("dydx");

    /// The chain made its first block; when each market was listed is not to be had.
    private static final Instant GENESIS = Instant.parse("2023-10-26T00:00:00Z");

    /// One request's worth, less the candle after the last bar.
    private static final int PORTION_BARS = DydxHistory.ROWS_PER_REQUEST - 1;

    /// Positions are closed when their equity falls below the maintenance margin; no fee comes into it.
    private static final double TAKER_FEE_IN_MARGIN = 0;

    /// One answer tells of all contracts, so those sampled at the same time share it.
    private static final Duration SHARED_FOR = Duration.ofSeconds(10);

    private final DydxApi api;
    private final DydxHistory past;
    private final RefusedRows refused;
    private final Clock clock;
    private final SharedAnswer<PerpetualMarkets> markets;

    DydxSource(DydxApi api, DydxHistory past, RefusedRows refused, Clock clock) {
        this.api = api;
        this.past = past;
        this.refused = refused;
        this.clock = clock;
        this.markets = new SharedAnswer<>(api::markets, SHARED_FOR, clock);
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
        return refused.listing(VENUE, api.markets().rows(), MarketRow::ticker, DydxSource::instrument);
    }

    private static Optional<Instrument> instrument(MarketRow row) {
        return "ACTIVE".equals(row.status()) && !isToken(row.ticker())
                ? Pair.ofSymbol(row.ticker())
                        .map(pair -> new Instrument(
                                new InstrumentId(VENUE, row.ticker()), pair.base(), pair.quote(), ContractType.LINEAR))
                : Optional.empty();
    }

    /// Of a token that is traded where it was made, named after that place and its address: no other venue has it.
    private static boolean isToken(@Nullable String ticker) {
        return ticker != null && ticker.contains(",");
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        return new HistoryOffer(GENESIS, PORTION_BARS);
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
        Told<PerpetualMarkets> now = markets.get();
        Double coins = now.answer().of(instrument.symbol()).openInterest();
        if (coins == null) {
            throw new VenueUnavailableException(
                    "does not say how much of " + instrument.symbol() + " is open", null, null);
        }
        return new OpenInterest(now.askedAt(), coins);
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        return refused.openInterestUsd(
                VENUE,
                markets.get().answer().rows(),
                MarketRow::ticker,
                row -> Optional.ofNullable(row.openInterestUsd()));
    }

    @Override
    public Optional<PastLiquidations> pastLiquidations() {
        return Optional.of(new DydxPastLiquidations(api));
    }

    /// One tier: the maintenance margin is the same for every size.
    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        MarketRow row = markets.get().answer().of(instrument.symbol());
        Double initial = row.initialMarginFraction();
        Double maintenance = row.maintenanceMarginFraction();
        if (initial == null || maintenance == null) {
            return Optional.empty();
        }
        return Optional.of(MarginSchedule.ofSteps(
                List.of(new Step(Double.POSITIVE_INFINITY, maintenance, 1 / initial)),
                TAKER_FEE_IN_MARGIN,
                "dYdX perpetualMarkets",
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
    }
}
