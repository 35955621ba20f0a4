package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.http.SharedAnswer;
import io.liquidationmap.ingestion.kraken.Instruments.InstrumentRow;
import io.liquidationmap.ingestion.kraken.Tickers.Ticker;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Pair;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Kraken Futures perpetuals: `PF_` linear, sizes in coins; `PI_` inverse, sizes in US dollars. Open interest is
/// one-sided.
final class KrakenSource implements MarketDataSource {

    static final Venue VENUE = new Venue("kraken");

    private static final int PORTION_BARS = 1_000;

    /// The statistics of all contracts begin here; from before there are candles only.
    private static final Instant FIRST_STATISTICS = Instant.parse("2024-02-28T00:00:00Z");

    /// One answer tells of all contracts, so those sampled at the same time share it.
    private static final Duration SHARED_FOR = Duration.ofSeconds(10);

    private final KrakenApi api;
    private final KrakenHistory past;
    private final KrakenMargins margins;
    private final RefusedRows refused;
    private final Clock clock;
    private final SharedAnswer<Tickers> tickers;
    private final Map<String, Instant> listedSince = new ConcurrentHashMap<>();

    KrakenSource(KrakenApi api, KrakenHistory past, KrakenMargins margins, RefusedRows refused, Clock clock) {
        this.api = api;
        this.past = past;
        this.margins = margins;
        this.refused = refused;
        this.clock = clock;
        this.tickers = new SharedAnswer<>(api::tickers, SHARED_FOR, clock);
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
        List<InstrumentRow> rows = api.instruments().rows();
        return refused.listing(VENUE, rows, InstrumentRow::symbol, row -> {
            Optional<Instrument> instrument = instrument(row);
            if (instrument.isPresent() && row.openingDate() != null) {
                listedSince.put(row.symbol(), row.openingDate());
            }
            return instrument;
        });
    }

    /// Contracts with a date of delivery are called `FF_` and `FI_`.
    private static Optional<Instrument> instrument(InstrumentRow row) {
        String symbol = row.symbol().toUpperCase(Locale.ROOT);
        ContractType contract;
        if (symbol.startsWith("PF_") && "flexible_futures".equals(row.type())) {
            contract = ContractType.LINEAR;
        } else if (symbol.startsWith("PI_") && "futures_inverse".equals(row.type())) {
            contract = ContractType.INVERSE;
        } else {
            return Optional.empty();
        }
        return Boolean.TRUE.equals(row.tradeable())
                ? Pair.ofSymbol(symbol.substring("PF_".length()))
                        .map(pair -> new Instrument(
                                new InstrumentId(VENUE, row.symbol()), pair.base(), pair.quote(), contract))
                : Optional.empty();
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        Instant listed = listedSince.getOrDefault(instrument.symbol(), Instant.EPOCH);
        Instant counted = listed.isAfter(FIRST_STATISTICS) ? listed : FIRST_STATISTICS;
        return new HistoryOffer(listed, PORTION_BARS, counted);
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

    /// Without statistics and funding, which are five requests more for each contract; what is open, tickers tell of all at once.
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
        Tickers all = tickers.get().answer();
        Ticker ticker = all.of(instrument.symbol());
        Double size = ticker.openInterest();
        Double price = ticker.markPrice();
        if (all.serverTime() == null || size == null || price == null) {
            throw new VenueUnavailableException(
                    "does not say how much of " + instrument.symbol() + " is open", null, null);
        }
        return new OpenInterest(all.serverTime(), instrument.contract() == ContractType.INVERSE ? size / price : size);
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        List<Ticker> all = tickers.get().answer().all();
        return refused.openInterestUsd(
                VENUE, all, Ticker::symbol, ticker -> Optional.ofNullable(ticker.openInterestUsd()));
    }

    @Override
    public Optional<PastLiquidations> pastLiquidations() {
        return Optional.of(new KrakenPastLiquidations(api));
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return margins.schedule(instrument);
    }
}
