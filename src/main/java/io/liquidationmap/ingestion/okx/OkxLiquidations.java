package io.liquidationmap.ingestion.okx;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The channel `liquidation-orders` of all swaps, which by the venue's own words does not tell of every liquidation.
final class OkxLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHANNEL = "liquidation-orders";

    private final ContractSizes sizes;
    private final URI endpoint;

    OkxLiquidations(ContractSizes sizes, URI endpoint) {
        this.sizes = sizes;
        this.endpoint = endpoint;
    }

    @Override
    public Venue venue() {
        return OkxSource.VENUE;
    }

    @Override
    public String name() {
        return OkxSource.VENUE.name();
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
                .set(
                        "args",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .put("channel", CHANNEL)
                                        .put("instType", "SWAP")))
                .toString();
        return List.of(new Subscription(
                CHANNEL, request, instruments.stream().map(Instrument::id).collect(Collectors.toSet())));
    }

    @Override
    public StreamMessage read(String text) {
        if (text.equals("pong")) {
            return StreamMessage.SIGN_OF_LIFE;
        }
        JsonNode message = JSON.readTree(text);
        return switch (message.path("event").asString("")) {
            case "subscribe" ->
                new StreamMessage.Accepted(message.path("arg").path("channel").asString(""));
            case "error" ->
                new StreamMessage.Rejected(CHANNEL, message.path("msg").asString(text));
            default ->
                message.path("arg").path("channel").asString("").equals(CHANNEL)
                        ? StreamMessage.events(details(message.path("data")), this::liquidation)
                        : StreamMessage.SIGN_OF_LIFE;
        };
    }

    private static List<Detail> details(JsonNode contracts) {
        List<Detail> details = new ArrayList<>();
        for (JsonNode contract : contracts) {
            String symbol = contract.path("instId").asString("");
            contract.path("details").forEach(row -> details.add(new Detail(symbol, row)));
        }
        return details;
    }

    private @Nullable Liquidation liquidation(Detail detail) {
        LiquidationRow row = JSON.treeToValue(detail.row, LiquidationRow.class);
        InstrumentId instrument = new InstrumentId(OkxSource.VENUE, detail.symbol);
        return sizes.liquidation(instrument, row.time(), row.positionSide(), row.bkPx(), row.sz());
    }

    private record Detail(String symbol, JsonNode row) {}
}
