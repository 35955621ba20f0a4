package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.stream.LiquidationFeedContract;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The messages of both markets, which differ in what a size counts. Connecting is subscribing.
abstract class BinanceStreamContract extends LiquidationFeedContract {

    private final Instrument instrument;
    private final String market;
    private final String longSize;
    private final String shortSize;

    /// @param market what only messages of this market say
    /// @param longSize how the venue counts the long of [#told(Side)]
    /// @param shortSize how it counts the short
    BinanceStreamContract(Instrument instrument, String market, String longSize, String shortSize) {
        this.instrument = instrument;
        this.market = market;
        this.longSize = longSize;
        this.shortSize = shortSize;
    }

    @Override
    protected Instrument instrument() {
        return instrument;
    }

    @Override
    protected List<String> requests() {
        return List.of();
    }

    @Override
    protected @Nullable String answer(String message) {
        return null;
    }

    @Override
    protected String refusal(String request) {
        throw new AssertionError("nothing is requested, so not " + request);
    }

    /// Frames.
    @Override
    protected @Nullable String ping() {
        return null;
    }

    /// The side is that of the order.
    @Override
    protected String message(Side side) {
        return side == Side.LONG
                ? message("SELL", longSize, "59000", "60000")
                : message("BUY", shortSize, "63000", "62000");
    }

    @Override
    protected String impossible() {
        return message("SELL", longSize, "59000", "0");
    }

    private String message(String side, String size, String limit, String average) {
        return """
                {"e":"forceOrder","E":1772452800400,"o":{"s":"%s","S":"%s","q":"%s","p":"%s","ap":"%s","z":"%s",
                 "o":"LIMIT","f":"IOC","X":"FILLED","l":"1","T":1772452800000,%s}}""".formatted(instrument.symbol(), side, size, limit, average, size, market);
    }
}
