package io.liquidationmap.ingestion.bybit;

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
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The topics `allLiquidation.{symbol}`: every liquidation, twice a second. Linear and inverse contracts are on
/// connections of their own. Each contract is asked for apart, because the venue refuses a request as a whole.
final class BybitLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Venue VENUE = new Venue("bybit");
    private static final String TOPIC = "allLiquidation.";

    private final ContractType contract;
    private final String category;
    private final URI endpoint;

    private BybitLiquidations(ContractType contract, String category, URI endpoint) {
        this.contract = contract;
        this.category = category;
        this.endpoint = endpoint;
    }

    /// Of linear contracts.
    ///
    /// @param endpoint of all public streams, to which the category is added
    static BybitLiquidations linear(URI endpoint) {
        return new BybitLiquidations(ContractType.LINEAR, "linear", endpoint);
    }

    /// Of inverse contracts.
    ///
    /// @param endpoint of all public streams, to which the category is added
    static BybitLiquidations inverse(URI endpoint) {
        return new BybitLiquidations(ContractType.INVERSE, "inverse", endpoint);
    }

    @Override
    public Venue venue() {
        return VENUE;
    }

    @Override
    public String name() {
        return VENUE + "-" + category;
    }

    @Override
    public Completeness completeness() {
        return Completeness.COMPLETE;
    }

    @Override
    public URI endpoint() {
        return URI.create(endpoint + "/" + category);
    }

    @Override
    public boolean carries(Instrument instrument) {
        return instrument.contract() == contract;
    }

    @Override
    public Heartbeat heartbeat() {
        return Heartbeat.messages("{\"op\":\"ping\"}");
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        return instruments.stream().map(BybitLiquidations::subscription).toList();
    }

    private static Subscription subscription(Instrument instrument) {
        String request = JSON.createObjectNode()
                .put("req_id", instrument.symbol())
                .put("op", "subscribe")
                .set("args", JSON.createArrayNode().add(TOPIC + instrument.symbol()))
                .toString();
        return new Subscription(instrument.symbol(), request, Set.of(instrument.id()));
    }

    @Override
    public StreamMessage read(String text) {
        JsonNode message = JSON.readTree(text);
        if (message.path("topic").asString("").startsWith(TOPIC)) {
            return StreamMessage.events(message.path("data"), this::liquidation);
        }
        if (!message.path("op").asString("").equals("subscribe")) {
            return StreamMessage.SIGN_OF_LIFE;
        }
        String symbol = message.path("req_id").asString("");
        return message.path("success").asBoolean(false)
                ? new StreamMessage.Accepted(symbol)
                : new StreamMessage.Rejected(symbol, message.path("ret_msg").asString(text));
    }

    private Liquidation liquidation(JsonNode json) {
        LiquidationRow row = JSON.treeToValue(json, LiquidationRow.class);
        InstrumentId instrument = new InstrumentId(VENUE, row.symbol());
        Instant time = Instant.ofEpochMilli(row.time());
        Side side = side(row.side());
        return switch (contract) {
            case LINEAR -> Liquidation.ofCoins(instrument, time, side, row.price(), row.size());
            case INVERSE -> Liquidation.ofUsd(instrument, time, side, row.price(), row.size());
        };
    }

    private static Side side(String positionSide) {
        return switch (positionSide) {
            case "Buy" -> Side.LONG;
            case "Sell" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of a position: " + positionSide);
        };
    }
}
