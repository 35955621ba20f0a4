package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.stream.ContractSizes;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stream `!forceOrder@arr`: of every contract at most the last liquidation order of each second. It is part of the
/// address, so that nothing has to be asked for.
final class BinanceLiquidations implements LiquidationFeed {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Venue venue;
    private final ContractType contract;
    private final int market;
    private final @Nullable ContractSizes sizes;
    private final URI endpoint;

    /// @param market of those whose orders are all on the stream, the one to read
    /// @param sizes what its contracts are worth; null if orders are counted in coins
    private BinanceLiquidations(
            Venue venue, ContractType contract, int market, @Nullable ContractSizes sizes, URI endpoint) {
        this.venue = venue;
        this.contract = contract;
        this.market = market;
        this.sizes = sizes;
        this.endpoint = endpoint;
    }

    /// Of USD-M contracts.
    static BinanceLiquidations usdMargined(URI endpoint) {
        return new BinanceLiquidations(UsdMargined.VENUE, ContractType.LINEAR, 1, null, endpoint);
    }

    /// Of COIN-M contracts.
    static BinanceLiquidations coinMargined(ContractSizes sizes, URI endpoint) {
        return new BinanceLiquidations(CoinMargined.VENUE, ContractType.INVERSE, 2, sizes, endpoint);
    }

    @Override
    public Venue venue() {
        return venue;
    }

    @Override
    public String name() {
        return venue.name();
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
        return instrument.contract() == contract && (sizes == null || sizes.know(instrument));
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        return List.of(new Subscription(
                "!forceOrder@arr",
                null,
                instruments.stream().map(Instrument::id).collect(Collectors.toSet())));
    }

    @Override
    public StreamMessage read(String text) {
        JsonNode message = JSON.readTree(text);
        JsonNode event = message.path("stream").isMissingNode() ? message : message.path("data");
        if (message.has("error")) {
            return new StreamMessage.Rejected(null, message.get("error").toString());
        }
        return event.path("e").asString("").equals("forceOrder")
                ? StreamMessage.events(List.of(event.path("o")), this::liquidation)
                : StreamMessage.SIGN_OF_LIFE;
    }

    private @Nullable Liquidation liquidation(JsonNode row) {
        ForceOrder order = JSON.treeToValue(row, ForceOrder.class);
        if ((order.market() != null && order.market() != market) || order.filled() == 0) {
            return null;
        }
        InstrumentId instrument = new InstrumentId(venue, order.symbol());
        Instant time = Instant.ofEpochMilli(order.time());
        Side side = positionSide(order.side());
        double price = order.averagePrice();
        return sizes == null
                ? Liquidation.ofCoins(instrument, time, side, price, order.filled())
                : sizes.liquidation(instrument, time, side, price, order.filled());
    }

    private static Side positionSide(String orderSide) {
        return switch (orderSide) {
            case "SELL" -> Side.LONG;
            case "BUY" -> Side.SHORT;
            default -> throw new IllegalArgumentException("no side of an order: " + orderSide);
        };
    }
}
