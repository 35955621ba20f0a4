package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.stream.ContractSizes;
import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.Subscription;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The channel `futures.public_liquidates`: of every contract at most one liquidation order a second. Contracts are on a
/// connection for each currency of settlement.
///
/// It covers nothing: the sums of all liquidations are in the venue's statistics, and so in the bars, and what is a
/// sample must not take their place.
final class GateLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHANNEL = "futures.public_liquidates";

    private final String settle;
    private final ContractSizes sizes;
    private final URI endpoint;
    private final Clock clock;

    /// @param settle currency of settlement in lower case
    /// @param endpoint of all contracts, to which the currency is added
    GateLiquidations(String settle, ContractSizes sizes, URI endpoint, Clock clock) {
        this.settle = settle;
        this.sizes = sizes;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public Venue venue() {
        return GateSource.VENUE;
    }

    @Override
    public String name() {
        return GateSource.VENUE + "-" + settle;
    }

    @Override
    public Completeness completeness() {
        return Completeness.THROTTLED;
    }

    @Override
    public boolean covers() {
        return false;
    }

    @Override
    public URI endpoint() {
        return URI.create(endpoint + "/" + settle);
    }

    @Override
    public boolean carries(Instrument instrument) {
        return Contract.settle(instrument).equals(settle) && sizes.know(instrument);
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        String request = JSON.createObjectNode()
                .put("time", clock.instant().getEpochSecond())
                .put("channel", CHANNEL)
                .put("event", "subscribe")
                .set("payload", JSON.createArrayNode().add("!all"))
                .toString();
        return List.of(new Subscription(
                CHANNEL, request, instruments.stream().map(Instrument::id).collect(Collectors.toSet())));
    }

    @Override
    public StreamMessage read(String text) {
        JsonNode message = JSON.readTree(text);
        if (!message.path("channel").asString("").equals(CHANNEL)) {
            return StreamMessage.SIGN_OF_LIFE;
        }
        if (message.hasNonNull("error")) {
            return new StreamMessage.Rejected(
                    CHANNEL, message.get("error").path("message").asString(text));
        }
        return switch (message.path("event").asString("")) {
            case "subscribe" -> new StreamMessage.Accepted(CHANNEL);
            case "update" -> StreamMessage.events(message.path("result"), this::liquidation);
            default -> StreamMessage.SIGN_OF_LIFE;
        };
    }

    private @Nullable Liquidation liquidation(JsonNode json) {
        LiquidationRow row = JSON.treeToValue(json, LiquidationRow.class);
        return sizes.liquidation(
                new InstrumentId(GateSource.VENUE, row.contract()),
                Instant.ofEpochMilli(row.timeMs()),
                row.size() < 0 ? Side.LONG : Side.SHORT,
                row.price(),
                Math.abs(row.size()));
    }
}
