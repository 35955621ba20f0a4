package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.Subscription;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The feed of all trades, on which those that close a position by force are marked. On subscribing the venue repeats
/// the last hundred; all have names, so that none counts twice and a short gap is mended.
final class KrakenLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI endpoint;

    KrakenLiquidations(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Venue venue() {
        return KrakenSource.VENUE;
    }

    @Override
    public String name() {
        return KrakenSource.VENUE.name();
    }

    @Override
    public Completeness completeness() {
        return Completeness.COMPLETE;
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public boolean carries(Instrument instrument) {
        return true;
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        return instruments.stream()
                .map(each -> new Subscription(each.symbol(), request(each.symbol()), Set.of(each.id())))
                .toList();
    }

    private static String request(String symbol) {
        return JSON.createObjectNode()
                .put("event", "subscribe")
                .put("feed", "trade")
                .set("product_ids", JSON.createArrayNode().add(symbol))
                .toString();
    }

    @Override
    public StreamMessage read(String text) {
        JsonNode message = JSON.readTree(text);
        return switch (message.path("event").asString("")) {
            case "subscribed" ->
                new StreamMessage.Accepted(message.path("product_ids").path(0).asString(""));
            case "error", "alert" ->
                new StreamMessage.Rejected(null, message.path("message").asString(text));
            default -> trades(message);
        };
    }

    private static StreamMessage trades(JsonNode message) {
        return switch (message.path("feed").asString("")) {
            case "trade" -> StreamMessage.events(List.of(message), KrakenLiquidations::liquidation);
            case "trade_snapshot" -> StreamMessage.events(message.path("trades"), KrakenLiquidations::liquidation);
            default -> StreamMessage.SIGN_OF_LIFE;
        };
    }

    private static @Nullable Liquidation liquidation(JsonNode json) {
        TradeRow trade = JSON.treeToValue(json, TradeRow.class);
        return trade.isLiquidation() ? trade.liquidation() : null;
    }
}
