package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.http.SharedAnswer;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// BitMEX perpetuals. Open interest is in contracts, whose worth is in the listing, and one-sided. Its past is not to be
/// had: it is sampled at the end of each bar, and bars from before the service ran have none.
final class BitmexSource implements MarketDataSource {

    static final Venue VENUE = new Venue("bitmex");

    /// One answer tells of all contracts, so those sampled at the same time share it.
    private static final Duration SHARED_FOR = Duration.ofSeconds(10);

    private final BitmexApi api;
    private final BitmexHistory past;
    private final RefusedRows refused;
    private final Clock clock;
    private final SharedAnswer<List<InstrumentRow>> present;
    private final Map<String, Instant> listedSince = new ConcurrentHashMap<>();

    BitmexSource(BitmexApi api, BitmexHistory past, RefusedRows refused, Clock clock) {
        this.api = api;
        this.past = past;
        this.refused = refused;
        this.clock = clock;
        this.present = new SharedAnswer<>(api::instruments, SHARED_FOR, clock);
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
        for (BitmexContract contract : BitmexListing.contracts(api.instruments(), refused)) {
            if (contract.listed() != null) {
                listedSince.put(contract.instrument().symbol(), contract.listed());
            }
            instruments.add(contract.instrument());
        }
        return instruments;
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        Instant listed = listedSince.getOrDefault(instrument.symbol(), Instant.EPOCH);
        return new HistoryOffer(listed, BitmexHistory.BUCKETS_PER_REQUEST, null);
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

    /// Without funding: the limit has no room for a request for each contract.
    @Override
    public BarPage newestBars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return BarAssembly.ofEnded(
                interval,
                from,
                to,
                clock.instant(),
                (bars, end) -> past.collectNewest(bars, instrument, interval, from, end));
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        InstrumentRow row = row(instrument);
        if (row.timestamp() == null || row.openInterest() == null || row.markPrice() == null) {
            throw new VenueUnavailableException(
                    "does not say how much of " + instrument.symbol() + " is open", null, null);
        }
        return new OpenInterest(row.timestamp(), contract(row).coins(row.openInterest(), row.markPrice()));
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        return refused.openInterestUsd(
                VENUE, present.get().answer(), InstrumentRow::symbol, BitmexSource::openInterestUsd);
    }

    private static Optional<Double> openInterestUsd(InstrumentRow row) {
        Double contracts = row.openInterest();
        Double price = row.markPrice();
        return contracts == null || price == null
                ? Optional.empty()
                : BitmexContract.of(row).map(contract -> contract.coins(contracts, price) * price);
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        InstrumentRow row = row(instrument);
        return BitmexMargins.schedule(
                row, contract(row), clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private InstrumentRow row(Instrument instrument) {
        return present.get().answer().stream()
                .filter(row -> instrument.symbol().equals(row.symbol()))
                .findFirst()
                .orElseThrow(() -> new VenueUnavailableException("does not list " + instrument.symbol(), null, null));
    }

    private static BitmexContract contract(InstrumentRow row) {
        return BitmexContract.of(row)
                .orElseThrow(() ->
                        new VenueUnavailableException(row.symbol() + " is no longer the contract it was", null, null));
    }
}
