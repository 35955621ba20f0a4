package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.MarketDataSource.OpenInterest;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.Kline;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of the exchange's two futures markets. Both are asked the same questions, each at its own host and in its own
/// words, and count their contracts differently; the answers are in the service's units unless something else is said.
interface FuturesMarket {

    /// The name this market has as a venue.
    Venue venue();

    /// Where the public archive keeps it.
    Shelf shelf();

    /// The perpetuals that trade at present.
    List<Listed> listed();

    /// Klines of the mark price.
    List<Kline> markKlines(String symbol, Page page);

    /// Klines of trades.
    List<Kline> tradeKlines(String symbol, Page page);

    /// A kline of trades as the archive has it, which is in the market's own units.
    Kline archivedKline(String symbol, Kline archived);

    /// Open interest, in the market's own units.
    List<OpenInterestRow> openInterest(String symbol, Page page);

    /// The newest daily row of open interest of a contract that has always been there; empty if there is none.
    List<OpenInterestRow> newestDayOfOpenInterest();

    /// Adds open interest to the bar that ends then.
    ///
    /// @param counted in the market's own units
    void addOpenInterest(BarAssembly bars, String symbol, Instant at, double counted);

    /// One of the three long/short ratios.
    ///
    /// @param statistic `globalLongShortAccountRatio`, `topLongShortAccountRatio` or `topLongShortPositionRatio`
    List<RatioRow> ratios(String statistic, String symbol, Page page);

    /// Payments of funding.
    List<FundingRow> funding(String symbol, Page page);

    /// Open interest at this moment.
    OpenInterest currentOpenInterest(String symbol);

    /// Open interest at this moment, in the market's own units.
    double countedOpenInterest(String symbol);

    /// What one of the market's own units of open interest is worth at present, US dollars, by symbol; of those of which
    /// it is known.
    Map<String, Double> worthUsd();

    /// A contract.
    ///
    /// @param since when it was listed; null where the venue does not say
    record Listed(Instrument instrument, @Nullable Instant since) {}

    /// Part of the public archive.
    ///
    /// @param folder its name there
    /// @param firstKlines the oldest there are of any contract
    /// @param firstMetrics the oldest open interest there is of any contract
    record Shelf(String folder, Instant firstKlines, Instant firstMetrics) {}
}
