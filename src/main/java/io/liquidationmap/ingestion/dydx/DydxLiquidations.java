package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.Subscription;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The channel `v4_trades` of each market, on which the indexer marks the trades by which the chain closed a position.
final class DydxLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHANNEL = "v4_trades";
    private static final Pattern REFUSED = Pattern.compile("\\(" + CHANNEL + "-([^)]+)\\)");

    /// What the indexer allows on one connection.
    private static final int MARKETS_PER_CONNECTION = 32;

    private final URI endpoint;

    DydxLiquidations(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Venue venue() {
        return DydxSource.VENUE;
    }

    @Override
    public String name() {
        return DydxSource.VENUE.name();
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
    public int instrumentsPerConnection() {
        return MARKETS_PER_CONNECTION;
    }

    /// The indexer reads blocks after they were made.
    @Override
    public Duration publicationDelay() {
        return Duration.ofSeconds(5);
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        return instruments.stream()
                .map(each -> new Subscription(each.symbol(), request(each.symbol()), Set.of(each.id())))
                .toList();
    }

    private static String request(String market) {
        return JSON.createObjectNode()
                .put("type", "subscribe")
                .put("channel", CHANNEL)
                .put("id", market)
                .toString();
    }

    @Override
    public StreamMessage read(String text) {
        JsonNode message = JSON.readTree(text);
        String market = message.path("id").asString("");
        return switch (message.path("type").asString("")) {
            case "subscribed" -> new StreamMessage.Accepted(market);
            case "error" -> rejected(message.path("message").asString(text));
            case "channel_data" ->
                StreamMessage.events(message.path("contents").path("trades"), trade -> liquidation(market, trade));
            default -> StreamMessage.SIGN_OF_LIFE;
        };
    }

    private static StreamMessage rejected(String reason) {
        Matcher market = REFUSED.matcher(reason);
        return new StreamMessage.Rejected(market.find() ? market.group(1) : null, reason);
    }

    private static @Nullable Liquidation liquidation(String market, JsonNode json) {
        TradeRow trade = JSON.treeToValue(json, TradeRow.class);
        return trade.isForced() ? trade.liquidation(new InstrumentId(DydxSource.VENUE, market)) : null;
    }
}
