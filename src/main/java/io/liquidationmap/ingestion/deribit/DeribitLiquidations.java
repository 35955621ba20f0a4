package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.stream.Heartbeat;
import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.Subscription;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The trades of all futures, ten times a second, on which it is marked who traded by force: the maker, the taker, or
/// both, which are two liquidations.
final class DeribitLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHANNEL = "trades.future.any.100ms";
    private static final int SUBSCRIBE = 1;
    private static final int TEST = 2;

    private final URI endpoint;

    DeribitLiquidations(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Venue venue() {
        return DeribitSource.VENUE;
    }

    @Override
    public String name() {
        return DeribitSource.VENUE.name();
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
        return TradeRow.contract(instrument.symbol()) == instrument.contract();
    }

    @Override
    public Heartbeat heartbeat() {
        return Heartbeat.messages(call(TEST, "public/test", List.of()));
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        return List.of(new Subscription(
                CHANNEL,
                call(SUBSCRIBE, "public/subscribe", List.of(CHANNEL)),
                instruments.stream().map(Instrument::id).collect(Collectors.toSet())));
    }

    private static String call(int id, String method, List<String> channels) {
        var parameters = JSON.createObjectNode();
        if (!channels.isEmpty()) {
            channels.forEach(parameters.putArray("channels")::add);
        }
        return JSON.createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", id)
                .put("method", method)
                .set("params", parameters)
                .toString();
    }

    @Override
    public StreamMessage read(String text) {
        JsonNode message = JSON.readTree(text);
        if (message.path("params").path("channel").asString("").equals(CHANNEL)) {
            return StreamMessage.events(forced(message.path("params").path("data")), DeribitLiquidations::liquidation);
        }
        if (message.path("id").asInt(0) != SUBSCRIBE) {
            return StreamMessage.SIGN_OF_LIFE;
        }
        return message.path("result").path(0).asString("").equals(CHANNEL)
                ? new StreamMessage.Accepted(CHANNEL)
                : new StreamMessage.Rejected(
                        CHANNEL, message.path("error").path("message").asString(text));
    }

    private static List<Forced> forced(JsonNode trades) {
        List<Forced> forced = new ArrayList<>();
        for (JsonNode trade : trades) {
            trade.path("liquidation")
                    .asString("")
                    .chars()
                    .forEach(party -> forced.add(new Forced(trade, (char) party)));
        }
        return forced;
    }

    private static Liquidation liquidation(Forced forced) {
        return JSON.treeToValue(forced.trade, TradeRow.class).liquidation(forced.party);
    }

    /// One party of a trade, who was forced.
    private record Forced(JsonNode trade, char party) {}
}
