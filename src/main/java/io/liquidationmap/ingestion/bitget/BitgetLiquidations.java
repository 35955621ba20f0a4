package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.stream.Heartbeat;
import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.Subscription;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The topic `liquidation` of the linear products, each for all its contracts. The venue does not say that it leaves
/// nothing out. Coin-margined contracts are not on this feed: in what they are counted is not documented.
final class BitgetLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Venue VENUE = new Venue("bitget");
    private static final String TOPIC = "liquidation";
    private static final Set<String> QUOTES = Set.of("USDT", "USDC");

    private final URI endpoint;

    BitgetLiquidations(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Venue venue() {
        return VENUE;
    }

    @Override
    public String name() {
        return VENUE.name();
    }

    @Override
    public Completeness completeness() {
        return Completeness.THROTTLED;
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public boolean carries(Instrument instrument) {
        return instrument.contract() == ContractType.LINEAR && QUOTES.contains(instrument.quote());
    }

    @Override
    public Heartbeat heartbeat() {
        return Heartbeat.messages("ping");
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        Map<String, Set<InstrumentId>> byProduct = instruments.stream()
                .collect(Collectors.groupingBy(
                        instrument -> instrument.quote().toLowerCase(Locale.ROOT) + "-futures",
                        Collectors.mapping(Instrument::id, Collectors.toSet())));
        return byProduct.entrySet().stream()
                .map(product -> new Subscription(product.getKey(), request(product.getKey()), product.getValue()))
                .toList();
    }

    private static String request(String product) {
        return JSON.createObjectNode()
                .put("op", "subscribe")
                .set(
                        "args",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .put("instType", product)
                                        .put("topic", TOPIC)))
                .toString();
    }

    @Override
    public StreamMessage read(String text) {
        if (text.equals("pong")) {
            return StreamMessage.SIGN_OF_LIFE;
        }
        JsonNode message = JSON.readTree(text);
        String product = message.path("arg").path("instType").asString("");
        return switch (message.path("event").asString("")) {
            case "subscribe" -> new StreamMessage.Accepted(product);
            case "error" ->
                new StreamMessage.Rejected(
                        product.isEmpty() ? null : product, message.path("msg").asString(text));
            default ->
                message.path("arg").path("topic").asString("").equals(TOPIC)
                        ? StreamMessage.events(message.path("data"), BitgetLiquidations::liquidation)
                        : StreamMessage.SIGN_OF_LIFE;
        };
    }

    private static Liquidation liquidation(JsonNode json) {
        LiquidationRow row = JSON.treeToValue(json, LiquidationRow.class);
        Side side = switch (row.side()) {
            case "buy" -> Side.LONG;
            case "sell" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of a position: " + row.side());
        };
        return Liquidation.ofUsd(
                new InstrumentId(VENUE, row.symbol()), Instant.ofEpochMilli(row.ts()), side, row.price(), row.amount());
    }
}
