package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.binance.FuturesMarket.Listed;
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
import java.util.concurrent.ConcurrentHashMap;

/// The perpetuals of one market: what is recent from REST, what is older from the archive. Open interest is one-sided.
final class BinanceSource implements MarketDataSource {

    /// REST keeps the positioning statistics for a month; one day is left for the time a back-fill takes.
    private static final Duration KEPT_BY_REST = Duration.ofDays(29);

    private static final Interval DAY = Interval.ONE_DAY;
    private static final Duration PORTION = Duration.ofDays(30);

    private final FuturesMarket market;
    private final BinanceHistory recent;
    private final BinanceArchive archive;
    private final BinanceMargins margins;
    private final Clock clock;
    private final Map<String, Instant> listedSince = new ConcurrentHashMap<>();

    BinanceSource(FuturesMarket market, BinanceArchiveApi archive, BinanceMargins margins, Clock clock) {
        this.market = market;
        this.recent = new BinanceHistory(market, new StatisticsLabels(market, clock));
        this.archive = new BinanceArchive(archive, market);
        this.margins = margins;
        this.clock = clock;
    }

    @Override
    public Venue venue() {
        return market.venue();
    }

    @Override
    public InstantSource clock(InstantSource ours) {
        return clock;
    }

    @Override
    public List<Instrument> instruments() {
        List<Listed> listed = market.listed();
        for (Listed contract : listed) {
            if (contract.since() != null) {
                listedSince.put(contract.instrument().symbol(), contract.since());
            }
        }
        return listed.stream().map(Listed::instrument).toList();
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        return new OpenInterestSurvey(market).usd();
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        Instant klines = market.shelf().firstKlines();
        Instant metrics = market.shelf().firstMetrics();
        Instant listed = listedSince.getOrDefault(instrument.symbol(), klines);
        int portionBars = Math.toIntExact(Math.max(1, PORTION.dividedBy(interval.duration())));
        return new HistoryOffer(
                listed.isAfter(klines) ? listed : klines, portionBars, listed.isAfter(metrics) ? listed : metrics);
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        String symbol = instrument.symbol();
        Instant now = clock.instant();
        return BarAssembly.ofEnded(interval, from, to, now, (bars, end) -> {
            Instant restBegins = DAY.ceiling(now.minus(KEPT_BY_REST));
            Instant boundary = restBegins.isAfter(end) ? end : restBegins;
            if (from.isBefore(boundary)) {
                archive.collect(bars, symbol, interval, from, boundary);
            }
            Instant begin = from.isBefore(boundary) ? boundary : from;
            if (begin.isBefore(end)) {
                recent.collect(bars, symbol, interval, begin, end);
            }
            recent.collectFunding(bars, symbol, from, end);
        });
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        return market.currentOpenInterest(instrument.symbol());
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return margins.schedule(instrument.symbol());
    }
}
