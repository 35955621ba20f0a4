package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.MarketDataSource;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Binance USD-M perpetuals. Open interest is in coins and one-sided. A contract on a thousand of a coin
/// (`1000PEPEUSDT`) keeps the base the venue gives it (`1000PEPE`), because its price is that of a thousand.
final class BinanceSource implements MarketDataSource {

    static final Venue VENUE = new Venue("binance");

    private static final Logger log = LoggerFactory.getLogger(BinanceSource.class);

    /// REST keeps the positioning statistics for a month; one day is left for the time a back-fill takes.
    private static final Duration KEPT_BY_REST = Duration.ofDays(29);

    private static final Interval DAY = Interval.ONE_DAY;
    private static final Instant FIRST_KLINES = Instant.parse("2019-12-31T00:00:00Z");
    private static final Instant FIRST_METRICS = Instant.parse("2020-09-01T00:00:00Z");
    private static final Duration PORTION = Duration.ofDays(30);

    private final BinanceApi api;
    private final BinanceHistory recent;
    private final BinanceArchive archive;
    private final BinanceMargins margins;
    private final Clock clock;
    private final Map<String, Instant> listedSince = new ConcurrentHashMap<>();

    BinanceSource(BinanceApi api, BinanceHistory recent, BinanceArchive archive, BinanceMargins margins, Clock clock) {
        this.api = api;
        this.recent = recent;
        this.archive = archive;
        this.margins = margins;
        this.clock = clock;
    }

    @Override
    public Venue venue() {
        return VENUE;
    }

    @Override
    public List<Instrument> instruments() {
        List<Instrument> instruments = new ArrayList<>();
        for (ExchangeInfo.Symbol symbol : api.exchangeInfo().symbols()) {
            String base = symbol.baseAsset();
            String quote = symbol.quoteAsset();
            boolean trades = "PERPETUAL".equals(symbol.contractType()) && "TRADING".equals(symbol.status());
            if (!trades || base == null || quote == null) {
                continue;
            }
            try {
                InstrumentId id = new InstrumentId(VENUE, symbol.symbol());
                instruments.add(new Instrument(id, base, quote, ContractType.LINEAR));
                if (symbol.onboardDate() != null) {
                    listedSince.put(symbol.symbol(), Instant.ofEpochMilli(symbol.onboardDate()));
                }
            } catch (IllegalArgumentException e) {
                log.debug("{} is left out: {}", symbol, e.getMessage());
            }
        }
        return instruments;
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        Instant listed = listedSince.getOrDefault(instrument.symbol(), FIRST_KLINES);
        int portionBars = Math.toIntExact(Math.max(1, PORTION.dividedBy(interval.duration())));
        return new HistoryOffer(
                listed.isAfter(FIRST_KLINES) ? listed : FIRST_KLINES,
                portionBars,
                listed.isAfter(FIRST_METRICS) ? listed : FIRST_METRICS);
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
        OpenInterestNow now = api.openInterest(instrument.symbol());
        return new OpenInterest(Instant.ofEpochMilli(now.time()), now.openInterest());
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return margins.schedule(instrument.symbol());
    }
}
