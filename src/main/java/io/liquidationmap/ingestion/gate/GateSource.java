package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Gate perpetuals. Sizes are in contracts, whose worth is in the listing; open interest is one-sided.
final class GateSource implements MarketDataSource {

    static final Venue VENUE = new Venue("gate");

    private static final int PORTION_BARS = 1_000;

    /// The oldest candles are gone by the time a back-fill gets to them.
    private static final int BARS_GIVEN_UP = 300;

    private final GateApi api;
    private final GateListing listing;
    private final GateHistory past;
    private final RefusedRows refused;
    private final Clock clock;
    private final Map<String, Contract> contracts = new ConcurrentHashMap<>();

    GateSource(GateApi api, GateHistory past, RefusedRows refused, Clock clock) {
        this.api = api;
        this.listing = new GateListing(api, refused);
        this.past = past;
        this.refused = refused;
        this.clock = clock;
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
        for (String settle : List.of(Contract.USDT, Contract.BTC)) {
            for (Contract contract : listing.contracts(settle)) {
                contracts.put(contract.instrument().symbol(), contract);
                instruments.add(contract.instrument());
            }
        }
        return instruments;
    }

    /// The statistics count them all.
    @Override
    public Optional<Completeness> liquidations() {
        return Optional.of(Completeness.COMPLETE);
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        Instant kept = past.firstCandle(interval).plus(interval.duration().multipliedBy(BARS_GIVEN_UP));
        Contract contract = contracts.get(instrument.symbol());
        Instant listed = contract == null || contract.listed() == null ? Instant.EPOCH : contract.listed();
        Instant earliest = listed.isAfter(kept) ? listed : kept;
        Instant counted = past.firstStatistics(interval);
        return new HistoryOffer(earliest, PORTION_BARS, counted.isAfter(earliest) ? counted : earliest);
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return BarAssembly.ofEnded(
                interval,
                from,
                to,
                clock.instant(),
                (bars, end) -> past.collect(bars, contract(instrument), interval, from, end));
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        Contract contract = contract(instrument);
        Instant asked = clock.instant();
        ContractRow row = api.contract(contract.settle(), instrument.symbol());
        if (row.positionSize() == null || row.markPrice() == null) {
            throw new VenueUnavailableException("does not say how much of " + row.name() + " is open", null, null);
        }
        return new OpenInterest(asked, contract.coins(row.positionSize(), row.markPrice()));
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        Map<String, Double> usd = new HashMap<>();
        for (String settle : List.of(Contract.USDT, Contract.BTC)) {
            usd.putAll(refused.openInterestUsd(
                    VENUE, api.contracts(settle), ContractRow::name, row -> openInterestUsd(row, settle)));
        }
        return usd;
    }

    private static Optional<Double> openInterestUsd(ContractRow row, String settle) {
        Double size = row.positionSize();
        Double price = row.markPrice();
        return row.trades() && size != null && price != null
                ? Contract.of(row, settle).map(contract -> contract.usd(size, price))
                : Optional.empty();
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        Contract contract = contract(instrument);
        List<Step> steps = api.riskLimitTiers(contract.settle(), instrument.symbol()).stream()
                .map(RiskLimitTier::step)
                .sorted(Comparator.comparingDouble(Step::cap))
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(MarginSchedule.ofSteps(
                        steps,
                        contract.takerFeeRate(),
                        "Gate risk_limit_tiers",
                        clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    /// The contract of an instrument, also where another instance of the service has read the listing.
    private Contract contract(Instrument instrument) {
        return contracts.computeIfAbsent(instrument.symbol(), symbol -> {
            String settle = Contract.settle(instrument);
            return Contract.of(api.contract(settle, symbol), settle)
                    .orElseThrow(() ->
                            new VenueUnavailableException(symbol + " is no longer the contract it was", null, null));
        });
    }
}
