package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// USD-M: linear contracts, counted in coins. One on a thousand of a coin (`1000PEPEUSDT`) keeps the base the venue gives
/// it (`1000PEPE`), because its price is that of a thousand.
final class UsdMargined implements FuturesMarket {

    static final Venue VENUE = new Venue("binance");

    private static final String ALWAYS_LISTED = "BTCUSDT";
    private static final Shelf SHELF =
            new Shelf("um", Instant.parse("2019-12-31T00:00:00Z"), Instant.parse("2020-09-01T00:00:00Z"));

    private final UsdMarginedApi api;
    private final RefusedRows refused;

    UsdMargined(UsdMarginedApi api, RefusedRows refused) {
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
        return api.exchangeInfo().perpetuals(VENUE, ContractType.LINEAR, refused);
    }

    @Override
    public List<Kline> markKlines(String symbol, Page page) {
        return api.markPriceKlines(symbol, page.length(), page.first(), page.last(), page.limit()).stream()
                .map(KlineRow::linear)
                .toList();
    }

    @Override
    public List<Kline> tradeKlines(String symbol, Page page) {
        return api.klines(symbol, page.length(), page.first(), page.last(), page.limit()).stream()
                .map(KlineRow::linear)
                .toList();
    }

    @Override
    public Kline archivedKline(String symbol, Kline archived) {
        return archived;
    }

    @Override
    public List<OpenInterestRow> openInterest(String symbol, Page page) {
        return api.openInterestHistory(symbol, page.length(), page.first(), page.last(), page.limit());
    }

    @Override
    public List<OpenInterestRow> newestDayOfOpenInterest() {
        return api.newestOpenInterest(ALWAYS_LISTED, "1d", 1);
    }

    @Override
    public void addOpenInterest(BarAssembly bars, String symbol, Instant at, double counted) {
        bars.positioning(PositioningSample.openInterest(at, counted));
    }

    @Override
    public List<RatioRow> ratios(String statistic, String symbol, Page page) {
        return api.ratios(statistic, symbol, page.length(), page.first(), page.last(), page.limit());
    }

    @Override
    public List<FundingRow> funding(String symbol, Page page) {
        return api.fundingRates(symbol, page.first(), page.last(), page.limit());
    }

    @Override
    public OpenInterest currentOpenInterest(String symbol) {
        OpenInterestNow now = api.openInterest(symbol);
        return new OpenInterest(Instant.ofEpochMilli(now.time()), now.openInterest());
    }

    @Override
    public double countedOpenInterest(String symbol) {
        return api.openInterest(symbol).openInterest();
    }

    @Override
    public Map<String, Double> worthUsd() {
        return api.premiumIndex().stream()
                .filter(row -> row.markPrice() != null)
                .collect(Collectors.toMap(PremiumIndexRow::symbol, PremiumIndexRow::markPrice, (price, twin) -> price));
    }
}
