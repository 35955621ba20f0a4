package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Bybit perpetuals. The venue counts open interest on both sides, in coins of a linear contract and US dollars of an
/// inverse one.
final class BybitSource implements MarketDataSource {

    static final Venue VENUE = new Venue("bybit");

    private static final int CONTRACTS_PER_PAGE = 1000;
    private static final Instant FIRST_LAUNCH = Instant.parse("2018-11-01T00:00:00Z");
    private static final Duration PORTION = Duration.ofDays(10);

    private static final Kind LINEAR = new Kind("linear", "LinearPerpetual", Set.of("USDT", "USDC"));
    private static final Kind INVERSE = new Kind("inverse", "InversePerpetual", Set.of("USD"));

    private final BybitApi api;
    private final BybitHistory history;
    private final BybitMargins margins;
    private final RefusedRows refused;
    private final Clock clock;
    private final Map<String, Instant> launched = new ConcurrentHashMap<>();

    BybitSource(BybitApi api, BybitHistory history, BybitMargins margins, RefusedRows refused, Clock clock) {
        this.api = api;
        this.history = history;
        this.margins = margins;
        this.refused = refused;
        this.clock = clock;
    }

    /// In which of the venue's categories a contract is.
    static String category(Instrument instrument) {
        return kind(instrument.contract()).category;
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
        for (ContractType contract : ContractType.values()) {
            String category = kind(contract).category;
            List<ContractRow> rows = BybitAnswer.allRows(cursor -> api.contracts(category, CONTRACTS_PER_PAGE, cursor));
            instruments.addAll(refused.listing(VENUE, rows, ContractRow::symbol, row -> instrument(row, contract)));
        }
        return instruments;
    }

    private Optional<Instrument> instrument(ContractRow row, ContractType contract) {
        if (!kind(contract).includes(row)) {
            return Optional.empty();
        }
        Instrument instrument = new Instrument(
                new InstrumentId(VENUE, row.symbol()),
                RefusedRows.required(row.baseCoin(), "a base coin"),
                RefusedRows.required(row.quoteCoin(), "a quote coin"),
                contract);
        if (row.launchTime() != null) {
            launched.put(row.symbol(), Instant.ofEpochMilli(row.launchTime()));
        }
        return Optional.of(instrument);
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        return new HistoryOffer(
                launched.getOrDefault(instrument.symbol(), FIRST_LAUNCH),
                Math.toIntExact(PORTION.dividedBy(interval.duration())));
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return BarAssembly.ofEnded(interval, from, to, clock.instant(), (bars, end) -> {
            history.collect(bars, instrument, interval, from, end);
        });
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        BybitAnswer<TickerRow> answer = api.tickers(category(instrument), instrument.symbol());
        if (answer.rows().isEmpty()) {
            throw new VenueUnavailableException("has no ticker of " + instrument.symbol(), null, null);
        }
        Double coins = answer.rows().getFirst().coins(instrument.contract());
        if (coins == null) {
            throw new VenueUnavailableException(
                    "does not say how much of " + instrument.symbol() + " is open", null, null);
        }
        return new OpenInterest(Instant.ofEpochMilli(answer.time()), coins);
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        Map<String, Double> usd = new HashMap<>();
        for (ContractType contract : ContractType.values()) {
            List<TickerRow> rows = api.tickers(kind(contract).category).rows();
            usd.putAll(refused.openInterestUsd(
                    VENUE, rows, TickerRow::symbol, row -> Optional.ofNullable(row.usd(contract))));
        }
        return usd;
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return margins.schedule(instrument);
    }

    private static Kind kind(ContractType contract) {
        return switch (contract) {
            case LINEAR -> LINEAR;
            case INVERSE -> INVERSE;
        };
    }

    /// How the venue calls a kind of perpetual, and the quote currencies that count as one US dollar.
    private record Kind(String category, String contractType, Set<String> quotes) {

        boolean includes(ContractRow row) {
            return contractType.equals(row.contractType())
                    && "Trading".equals(row.status())
                    && (row.quoteCoin() == null || quotes.contains(row.quoteCoin()));
        }
    }
}
