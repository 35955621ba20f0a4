package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.stream.ContractSizes;
import io.liquidationmap.ingestion.stream.Heartbeat;
import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.Subscription;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table `liquidation`, which holds the liquidation orders of all contracts while they are open. An order counts
/// once, with what it was for when it was first seen: what changes of it later is how much is left, and its price.
final class BitmexLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TABLE = "liquidation";

    private final ContractSizes sizes;
    private final URI endpoint;
    private final Clock clock;

    BitmexLiquidations(ContractSizes sizes, URI endpoint, Clock clock) {
        this.sizes = sizes;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public Venue venue() {
        return BitmexSource.VENUE;
    }

    @Override
    public String name() {
        return BitmexSource.VENUE.name();
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
        return sizes.know(instrument);
    }

    @Override
    public Heartbeat heartbeat() {
        return Heartbeat.messages("ping");
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        String request = JSON.createObjectNode()
                .put("op", "subscribe")
                .set("args", JSON.createArrayNode().add(TABLE))
                .toString();
        return List.of(new Subscription(
                TABLE, request, instruments.stream().map(Instrument::id).collect(Collectors.toSet())));
    }

    @Override
    public StreamMessage read(String text) {
        if (text.equals("pong")) {
            return StreamMessage.SIGN_OF_LIFE;
        }
        JsonNode message = JSON.readTree(text);
        if (message.has("error")) {
            return new StreamMessage.Rejected(TABLE, message.get("error").asString(text));
        }
        if (message.path("subscribe").asString("").equals(TABLE)) {
            return new StreamMessage.Accepted(TABLE);
        }
        return message.path("table").asString("").equals(TABLE) ? orders(message) : StreamMessage.SIGN_OF_LIFE;
    }

    private StreamMessage orders(JsonNode message) {
        return switch (message.path("action").asString("")) {
            case "partial", "insert" -> StreamMessage.events(message.path("data"), this::liquidation);
            default -> StreamMessage.SIGN_OF_LIFE;
        };
    }

    /// The venue does not say when: an order is told of when it is made.
    private @Nullable Liquidation liquidation(JsonNode json) {
        LiquidationRow order = JSON.treeToValue(json, LiquidationRow.class);
        Liquidation event = sizes.liquidation(
                new InstrumentId(BitmexSource.VENUE, order.symbol()),
                clock.instant(),
                order.positionSide(),
                order.price(),
                order.leavesQty());
        return event == null ? null : event.named(order.orderID());
    }
}
