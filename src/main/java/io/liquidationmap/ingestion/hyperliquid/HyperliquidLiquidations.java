package io.liquidationmap.ingestion.hyperliquid;

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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fills of some accounts, on which it is marked when the other side was liquidated. Public trades are not marked,
/// so that this is what can be heard of: what the venue's own vaults took over or happened to trade against. On
/// subscribing the venue repeats the last fills; all have names, so that none counts twice.
final class HyperliquidLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FILLS = "userFills";

    private final Set<String> witnesses;
    private final URI endpoint;

    /// @param witnesses addresses of the accounts
    HyperliquidLiquidations(List<String> witnesses, URI endpoint) {
        this.witnesses = witnesses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.endpoint = endpoint;
    }

    @Override
    public Venue venue() {
        return HyperliquidSource.VENUE;
    }

    @Override
    public String name() {
        return HyperliquidSource.VENUE.name();
    }

    @Override
    public Completeness completeness() {
        return Completeness.THROTTLED;
    }

    /// How much it tells depends on who happened to be on the other side.
    @Override
    public boolean covers() {
        return false;
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public boolean carries(Instrument instrument) {
        return !witnesses.isEmpty();
    }

    @Override
    public Heartbeat heartbeat() {
        return Heartbeat.messages("{\"method\":\"ping\"}");
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        Set<InstrumentId> all = instruments.stream().map(Instrument::id).collect(Collectors.toSet());
        return witnesses.stream()
                .sorted()
                .map(address -> new Subscription(address, request(address), all))
                .toList();
    }

    private static String request(String address) {
        return JSON.createObjectNode()
                .put("method", "subscribe")
                .set("subscription", JSON.createObjectNode().put("type", FILLS).put("user", address))
                .toString();
    }

    @Override
    public StreamMessage read(String text) {
        JsonNode message = JSON.readTree(text);
        JsonNode data = message.path("data");
        return switch (message.path("channel").asString("")) {
            case "subscriptionResponse" -> new StreamMessage.Accepted(address(data.path("subscription")));
            case "error" -> new StreamMessage.Rejected(null, data.asString(text));
            case FILLS -> StreamMessage.events(data.path("fills"), this::liquidation);
            default -> StreamMessage.SIGN_OF_LIFE;
        };
    }

    private static String address(JsonNode json) {
        return json.path("user").asString("").toLowerCase(Locale.ROOT);
    }

    private @Nullable Liquidation liquidation(JsonNode json) {
        if (!json.hasNonNull("liquidation")) {
            return null;
        }
        FillRow fill = JSON.treeToValue(json, FillRow.class);
        if (fill.isOfOtherDex() || !isOfAStranger(fill)) {
            return null;
        }
        return Liquidation.ofCoins(
                        new InstrumentId(HyperliquidSource.VENUE, fill.coin()),
                        fill.at(),
                        fill.liquidatedSide(),
                        fill.px(),
                        fill.sz())
                .named(fill.time() + " " + fill.tid());
    }

    /// Whether it is known who was liquidated, and that it is none of the accounts: one that is closed out passes on a
    /// position which counted when the account took it over.
    private boolean isOfAStranger(FillRow fill) {
        String liquidated = fill.liquidatedUser();
        return !liquidated.isEmpty() && !witnesses.contains(liquidated);
    }
}
