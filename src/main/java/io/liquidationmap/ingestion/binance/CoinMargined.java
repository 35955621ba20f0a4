package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.ingestion.binance.ExchangeInfo.Symbol;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// COIN-M: inverse contracts, counted in contracts whose worth in US dollars is in the listing. Its statistics are of
/// pairs: open interest can be had of the perpetual alone, ratios only of all contracts of a pair.
final class CoinMargined implements FuturesMarket {

    static final Venue VENUE = new Venue("binance-coinm");

    private static final String PERPETUAL = "PERPETUAL";
    private static final String ALWAYS_LISTED = "BTCUSD";
    private static final Shelf SHELF =
            new Shelf("cm", Instant.parse("2020-08-10T00:00:00Z"), Instant.parse("2021-07-08T00:00:00Z"));

    private final CoinMarginedApi api;
    private final RefusedRows refused;
    private volatile Map<String, Symbol> contracts = Map.of();

    CoinMargined(CoinMarginedApi api, RefusedRows refused) {
        this.api = api;
        this.refused = refused;
    }

    @Override
    public Venue venue() {
        return VENUE;
    }

    @Override
    public Shelf shelf() {
        return SHELF;
    }

    @Override
    public List<Listed> listed() {
        return listing().perpetuals(VENUE, ContractType.INVERSE, refused);
    }

    @Override
    public List<Kline> markKlines(String symbol, Page page) {
        return api.markPriceKlines(symbol, page.length(), page.first(), page.last(), page.limit()).stream()
                .map(KlineRow::linear)
                .toList();
    }

    @Override
    public List<Kline> tradeKlines(String symbol, Page page) {
        double usd = contract(symbol).contractUsd();
        return api.klines(symbol, page.length(), page.first(), page.last(), page.limit()).stream()
                .map(row -> row.inverse(usd))
                .toList();
    }

    /// What takers bought is archived in contracts, and taken to be the same part of the coins.
    @Override
    public Kline archivedKline(String symbol, Kline archived) {
        double traded = archived.volume();
        double coins = archived.quoteVolume();
        Double bought = archived.takerBuyVolume();
        return new Kline(
                archived.openTime(),
                archived.open(),
                archived.high(),
                archived.low(),
                archived.close(),
                coins,
                traded * contract(symbol).contractUsd(),
                bought == null || traded == 0 ? bought : (Double) (coins * (bought / traded)));
    }

    @Override
    public List<OpenInterestRow> openInterest(String symbol, Page page) {
        return api.openInterestHistory(
                contract(symbol).pairName(), PERPETUAL, page.length(), page.first(), page.last(), page.limit());
    }

    @Override
    public List<OpenInterestRow> newestDayOfOpenInterest() {
        return api.newestOpenInterest(ALWAYS_LISTED, PERPETUAL, "1d", 1);
    }

    @Override
    public void addOpenInterest(BarAssembly bars, String symbol, Instant at, double counted) {
        bars.openInterestUsd(at, counted * contract(symbol).contractUsd());
    }

    @Override
    public List<RatioRow> ratios(String statistic, String symbol, Page page) {
        return api.ratios(
                statistic, contract(symbol).pairName(), page.length(), page.first(), page.last(), page.limit());
    }

    @Override
    public List<FundingRow> funding(String symbol, Page page) {
        return api.fundingRates(symbol, page.first(), page.last(), page.limit());
    }

    @Override
    public OpenInterest currentOpenInterest(String symbol) {
        double contractUsd = contract(symbol).contractUsd();
        OpenInterestNow now = api.openInterest(symbol);
        double mark = api.premiumIndex(symbol).stream()
                .filter(row -> symbol.equals(row.symbol()))
                .map(PremiumIndexRow::markPrice)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new VenueUnavailableException("has no mark price of " + symbol, null, null));
        return new OpenInterest(Instant.ofEpochMilli(now.time()), now.openInterest() * contractUsd / mark);
    }

    @Override
    public double countedOpenInterest(String symbol) {
        return api.openInterest(symbol).openInterest();
    }

    @Override
    public Map<String, Double> worthUsd() {
        return listing().contractsUsd(VENUE, refused).entrySet().stream()
                .collect(Collectors.toMap(contract -> contract.getKey().symbol(), Map.Entry::getValue));
    }

    /// A contract, also where another instance of the service has read the listing.
    private Symbol contract(String symbol) {
        if (!contracts.containsKey(symbol)) {
            listing();
        }
        Symbol contract = contracts.get(symbol);
        if (contract == null) {
            throw new VenueUnavailableException("does not list " + symbol, null, null);
        }
        return contract;
    }

    private ExchangeInfo listing() {
        ExchangeInfo info = api.exchangeInfo();
        contracts = info.symbols().stream().collect(Collectors.toMap(Symbol::symbol, row -> row, (row, twin) -> twin));
        return info;
    }
}
