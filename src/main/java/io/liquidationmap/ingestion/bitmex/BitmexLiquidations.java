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
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table `liquidation`, which holds the liquidation orders of all contracts while they are open. An order counts
/// once, with what it was for when it was first seen; what changes of it later is how much is left, and its price. Where
/// more is left than there ever was, more of the position is being closed: that counts as well, under the order's name
/// and the size it has grown to, so that it counts once whoever hears of it.
final class BitmexLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TABLE = "liquidation";

    private final ContractSizes sizes;
    private final URI endpoint;
    private final Clock clock;
    private final OpenOrders open = new OpenOrders();

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
            case "partial", "insert" -> StreamMessage.events(message.path("data"), this::opened);
            case "update" -> StreamMessage.events(message.path("data"), this::grown);
            case "delete" -> {
                message.path("data")
                        .forEach(order -> open.closed(order.path("orderID").asString("")));
                yield StreamMessage.SIGN_OF_LIFE;
            }
            default -> StreamMessage.SIGN_OF_LIFE;
        };
    }

    private @Nullable Liquidation opened(JsonNode json) {
        LiquidationRow order = JSON.treeToValue(json, LiquidationRow.class);
        Liquidation event = liquidation(order);
        open.opened(order);
        return event == null ? null : event.named(order.orderID());
    }

    private @Nullable Liquidation grown(JsonNode json) {
        OrderUpdate update = JSON.treeToValue(json, OrderUpdate.class);
        Optional<LiquidationRow> growth = open.grown(update);
        Liquidation event = growth.isPresent() ? liquidation(growth.get()) : null;
        return event == null
                ? null
                : event.named(update.orderID() + "#" + json.path("leavesQty").asString());
    }

    /// The venue does not say when: an order is told of when it is made.
    private @Nullable Liquidation liquidation(LiquidationRow order) {
        return sizes.liquidation(
                new InstrumentId(BitmexSource.VENUE, order.symbol()),
                clock.instant(),
                order.positionSide(),
                order.price(),
                order.leavesQty());
    }
}
