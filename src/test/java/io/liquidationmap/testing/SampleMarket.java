package io.liquidationmap.testing;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.PositionCensus;
import io.liquidationmap.history.PositionCensus.Sighting;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginMode;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.PublicPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Two coins on one venue, hour by hour, with as much history as the examples in the documentation ask about.
public final class SampleMarket {

    /// When its first bar begins.
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// When its last bar ends.
    public static final Instant END = Instant.parse("2026-06-23T00:00:00Z");

    private static final InstrumentId BTC = InstrumentId.of("binance", "BTCUSDT");

    private static final int HOURS =
            Math.toIntExact(Duration.between(START, END).toHours());

    private SampleMarket() {}

    /// Stores the market, and what one account holds in it.
    public static void store(InstrumentCatalog catalog, BarHistory history, PositionCensus census) {
        catalog.register(new KnownVenue(BTC.venue(), false));
        store(catalog, history, "BTC", 63_700, 80_000);
        store(catalog, history, "ETH", 3_400, 900_000);
        visit(census, new PublicPosition(BTC, 40, 60_000.0, MarginMode.CROSS, 10, 51_000.0, 300_000, 2_548_000));
    }

    private static void visit(PositionCensus census, PublicPosition position) {
        Duration hour = Duration.ofHours(1);
        census.learn(BTC.venue(), List.of(new Sighting("an account", hour)), START);
        census.record(census.due(BTC.venue(), END, 1).getFirst(), END.minus(hour), List.of(position), hour);
    }

    private static void store(
            InstrumentCatalog catalog, BarHistory history, String asset, double endPrice, double coins) {
        InstrumentId id = InstrumentId.of("binance", asset + "USDT");
        catalog.register(new Instrument(id, asset, "USDT", ContractType.LINEAR));
        SplittableRandom random = new SplittableRandom(asset.hashCode());
        double[] prices = new double[HOURS + 1];
        prices[HOURS] = endPrice;
        for (int hour = HOURS; hour > 0; hour--) {
            prices[hour - 1] = prices[hour] * Math.exp(0.005 * random.nextGaussian());
        }
        List<Bar> bars = new ArrayList<>();
        double openInterest = coins;
        for (int hour = 0; hour < HOURS; hour++) {
            double open = prices[hour];
            double close = prices[hour + 1];
            double high = Math.max(open, close) * (1 + 0.002 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.002 * random.nextDouble());
            openInterest *= Math.exp(0.003 * random.nextGaussian());
            bars.add(Bar.at(START.plus(Duration.ofHours(hour)), new Candle(open, high, low, close), PriceKind.MARK)
                    .volume(coins * (0.1 + 0.05 * random.nextDouble()))
                    .openInterest(openInterest)
                    .build());
        }
        history.write(id, Interval.ONE_HOUR, bars);
    }
}
