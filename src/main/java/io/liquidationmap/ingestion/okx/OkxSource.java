package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// OKX perpetual swaps. The venue counts in contracts, each of which is so many coins or so many US dollars.
final class OkxSource implements MarketDataSource {

    static final Venue VENUE = new Venue("okx");

    private static final Instant FIRST_LISTING = Instant.parse("2018-08-01T00:00:00Z");
    private static final Duration PORTION = Duration.ofDays(5);

    private final OkxApi api;
    private final OkxContracts contracts;
    private final OkxHistory history;
    private final OkxStatistics statistics;
    private final OkxMargins margins;
    private final RefusedRows refused;
    private final Clock clock;

    OkxSource(
            OkxApi api,
            OkxContracts contracts,
            OkxHistory history,
            OkxStatistics statistics,
            OkxMargins margins,
            RefusedRows refused,
            Clock clock) {
        this.api = api;
        this.contracts = contracts;
        this.history = history;
        this.statistics = statistics;
        this.margins = margins;
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
        return contracts.listed().stream().map(OkxContract::instrument).toList();
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        return new HistoryOffer(
                contracts.find(instrument).map(OkxContract::listed).orElse(FIRST_LISTING),
                Math.toIntExact(PORTION.dividedBy(interval.duration())),
                statistics.keptFrom(interval));
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return BarAssembly.ofEnded(interval, from, to, clock.instant(), (bars, end) -> {
            OkxContract contract = contracts.get(instrument);
            history.collect(bars, contract, interval, from, end);
            statistics.collect(bars, contract, interval, from, end);
        });
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        OkxContract contract = contracts.get(instrument);
        String symbol = instrument.symbol();
        OpenInterestNow now = api.openInterest("SWAP", symbol).row("open interest of " + symbol);
        double coins = switch (instrument.contract()) {
            case LINEAR -> now.oi() * contract.size();
            case INVERSE ->
                contract.value(
                        now.oi(),
                        api.markPrice("SWAP", symbol)
                                .row("mark price of " + symbol)
                                .markPx());
        };
        return new OpenInterest(Instant.ofEpochMilli(now.ts()), coins);
    }

    @Override
    public Optional<PastLiquidations> pastLiquidations() {
        return Optional.of(new OkxPastLiquidations(api, contracts));
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        List<OpenInterestNow> rows = api.openInterest("SWAP").rows();
        return refused.openInterestUsd(VENUE, rows, OpenInterestNow::instId, row -> Optional.ofNullable(row.oiUsd()));
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return margins.schedule(contracts.get(instrument));
    }
}
