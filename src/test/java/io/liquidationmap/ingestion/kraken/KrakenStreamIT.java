package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.LiquidationFeedContract;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sizes are coins.
class KrakenStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("kraken", "PF_XBTUSD"), "BTC", "USD", ContractType.LINEAR);

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return new KrakenLiquidations(endpoint);
    }

    @Override
    protected Instrument instrument() {
        return BTC;
    }

    @Override
    protected List<String> requests() {
        return List.of("{\"event\":\"subscribe\",\"feed\":\"trade\",\"product_ids\":[\"PF_XBTUSD\"]}");
    }

    @Override
    protected @Nullable String answer(String message) {
        return "{\"event\":\"subscribed\",\"feed\":\"trade\",\"product_ids\":[\"PF_XBTUSD\"]}";
    }

    @Override
    protected String refusal(String request) {
        return "{\"event\":\"error\",\"message\":\"Invalid product id\"}";
    }

    /// Frames.
    @Override
    protected @Nullable String ping() {
        return null;
    }

    /// The side is that of the order.
    @Override
    protected String message(Side side) {
        String trade = side == Side.LONG
                ? "\"uid\":\"05af78ac-a774-478c-a50c-8b9c234e071e\",\"side\":\"sell\",\"qty\":2.5,\"price\":60000.0"
                : "\"uid\":\"45ee9737-1877-4682-bc68-e4ef818ef88a\",\"side\":\"buy\",\"qty\":0.1,\"price\":62000.0";
        return """
                {"feed":"trade","product_id":"PF_XBTUSD",%s,"type":"liquidation","seq":653355,
                 "time":1772452800000}""".formatted(trade);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("2.5", "-2.5");
    }
}
