package io.liquidationmap.ingestion;

import io.liquidationmap.ingestion.AllVenues.Contract;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.stream.FakeStreamServer;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The streams of all venues, each over WebSockets at an address of its own and in its own words, and what those venues
/// that can be asked remember of what was liquidated.
final class AllStreams implements AutoCloseable {

    /// Those that can be asked afterwards.
    static final Set<String> REMEMBERING = Set.of("deribit", "dydx", "kraken", "okx");

    /// Those whose streams do not make it known that nothing was liquidated.
    static final Set<String> COVERING_NOTHING = Set.of("gate", "hyperliquid");

    /// All contracts whose liquidations are streamed.
    static final List<Contract> CONTRACTS = AllVenues.CONTRACTS.stream()
            .filter(contract ->
                    !contract.id().venue().name().equals("bitget") || contract.type() == ContractType.LINEAR)
            .toList();

    /// How many connections a service keeps, where it is not one.
    private static final Map<String, Integer> CONNECTIONS = Map.of("bybit", 2, "gate", 2);

    private final Map<String, FakeStreamServer> servers = new TreeMap<>();
    private final List<Said> happened = new CopyOnWriteArrayList<>();

    /// @param venues which are to remember
    AllStreams(AllVenues venues) {
        AllVenues.names().forEach(venue -> {
            FakeStreamServer server = new FakeStreamServer();
            server.answer(message -> answer(venue, message));
            servers.put(venue, server);
        });
        venues.server("deribit")
                .answer(
                        "/public/get_last_trades_by_instrument_and_time",
                        request -> remembered(
                                "{\"jsonrpc\":\"2.0\",\"result\":{\"trades\":%s,\"has_more\":false}}",
                                said -> said.isOf("deribit", request.parameter("instrument_name"))
                                        && said.millis() >= Long.parseLong(request.parameter("start_timestamp"))
                                        && said.millis() <= Long.parseLong(request.parameter("end_timestamp")),
                                AllStreams::deribitTrade));
        venues.server("dydx")
                .answer(
                        "/trades/perpetualMarket/BTC-USD",
                        request -> remembered(
                                "{\"trades\":%s}",
                                said -> said.isOf("dydx", "BTC-USD")
                                        && !said.time.isAfter(Instant.parse(request.parameter("createdBeforeOrAt"))),
                                AllStreams::dydxTrade));
        venues.server("kraken")
                .answer(
                        "/derivatives/api/v3/history",
                        request -> remembered(
                                "{\"result\":\"success\",\"history\":%s}",
                                said -> said.isOf("kraken", request.parameter("symbol"))
                                        && said.time.isBefore(Instant.parse(request.parameter("lastTime"))),
                                said -> "{\"time\":\"" + said.time + "\",\"price\":" + said.price() + ",\"size\":"
                                        + said.size() + ",\"side\":\"" + said.order() + "\",\"type\":\"liquidation\","
                                        + "\"uid\":\"" + said.number + "\"}"));
        venues.server("okx")
                .answer(
                        "/api/v5/public/liquidation-orders",
                        request -> remembered(
                                "{\"code\":\"0\",\"msg\":\"\",\"data\":%s}",
                                said -> said.isOf("okx", request.parameter("instFamily") + "-SWAP")
                                        && said.millis() < Long.parseLong(request.parameter("after")),
                                AllStreams::okxOrders));
    }

    /// A liquidation of which a venue tells. Each has a size and a price of its own.
    ///
    /// @param number which it is of its contract
    record Said(Contract contract, int number, Instant time) {

        Side side() {
            return number % 2 == 0 ? Side.LONG : Side.SHORT;
        }

        double price() {
            return 50_000 + number;
        }

        /// Coins of a linear contract, US dollars of an inverse one.
        int size() {
            return isLinear() ? number + 1 : 100 * (number + 1);
        }

        double usd() {
            return isLinear() ? price() * size() : size();
        }

        private String venue() {
            return contract.id().venue().name();
        }

        private String symbol() {
            return contract.id().symbol();
        }

        private boolean isLinear() {
            return contract.type() == ContractType.LINEAR;
        }

        private boolean isOf(String venue, String symbol) {
            return venue().equals(venue) && symbol().equals(symbol);
        }

        private long millis() {
            return time.toEpochMilli();
        }

        /// What the order does that closes the position.
        private String order() {
            return side() == Side.LONG ? "sell" : "buy";
        }

        private String capitalOrder() {
            return side() == Side.LONG ? "Sell" : "Buy";
        }

        /// Contracts of so many coins, or US dollars.
        private long contracts(double linear, double inverse) {
            return Math.round(size() / (isLinear() ? linear : inverse));
        }
    }

    /// Settings by which a service finds them.
    List<String> properties() {
        return servers.entrySet().stream()
                .map(server -> "liquidationmap.venues." + server.getKey() + ".stream-url="
                        + server.getValue().url())
                .toList();
    }

    /// Something is liquidated of every contract, and whoever listens is told.
    List<Said> say(int number, Instant time) {
        List<Said> all = CONTRACTS.stream()
                .map(contract -> new Said(contract, number, time))
                .toList();
        happened.addAll(all);
        repeat(all);
        return all;
    }

    /// Tells of it once more.
    void repeat(Collection<Said> all) {
        all.forEach(said -> server(said.venue()).say(message(said)));
    }

    /// Ends the connections to these venues and makes no others.
    void close(Set<String> venues) {
        venues.forEach(venue -> {
            server(venue).closeDoor(true);
            server(venue).drop();
        });
    }

    /// Makes connections again.
    void open(Set<String> venues) {
        venues.forEach(venue -> server(venue).closeDoor(false));
    }

    /// Whether all connections that one service keeps are there.
    boolean isComplete() {
        return servers.entrySet().stream()
                .allMatch(server -> server.getValue().open() == CONNECTIONS.getOrDefault(server.getKey(), 1));
    }

    /// How many connections there are to these venues.
    int connections(Collection<String> venues) {
        return venues.stream().mapToInt(venue -> server(venue).open()).sum();
    }

    @Override
    public void close() {
        servers.values().forEach(FakeStreamServer::close);
    }

    private FakeStreamServer server(String venue) {
        return Objects.requireNonNull(servers.get(venue), venue);
    }

    /// Newest first, but for one venue, of which one page is all there is.
    private Answer remembered(String wrapping, Predicate<Said> which, Function<Said, String> row) {
        List<Said> newestFirst = new ArrayList<>(happened);
        return Answer.json(wrapping.formatted(
                newestFirst.reversed().stream().filter(which).map(row).collect(Collectors.joining(",", "[", "]"))));
    }

    // ---- in their own words

    private static @Nullable String answer(String venue, String message) {
        return switch (venue) {
            case "bitget" ->
                message.equals("ping")
                        ? "pong"
                        : "{\"event\":\"subscribe\",\"arg\":{\"instType\":\""
                                + (message.contains("usdc") ? "usdc" : "usdt") + "-futures\"}}";
            case "bitmex" -> message.equals("ping") ? "pong" : "{\"success\":true,\"subscribe\":\"liquidation\"}";
            case "bybit" ->
                message.contains("ping")
                        ? "{\"success\":true,\"ret_msg\":\"pong\",\"op\":\"ping\"}"
                        : "{\"success\":true,\"op\":\"subscribe\",\"req_id\":\"" + text(message, "req_id") + "\"}";
            case "deribit" ->
                message.contains("subscribe")
                        ? "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"trades.future.any.100ms\"]}"
                        : "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"version\":\"1.2.26\"}}";
            case "dydx" -> "{\"type\":\"subscribed\",\"channel\":\"v4_trades\",\"id\":\"" + text(message, "id") + "\"}";
            case "gate" ->
                "{\"channel\":\"futures.public_liquidates\",\"event\":\"subscribe\",\"result\":{\"status\":\"success\"}}";
            case "hyperliquid" ->
                message.contains("ping")
                        ? "{\"channel\":\"pong\"}"
                        : "{\"channel\":\"subscriptionResponse\",\"data\":" + message + "}";
            case "kraken" ->
                "{\"event\":\"subscribed\",\"feed\":\"trade\",\"product_ids\":[\""
                        + (message.contains("PF_XBTUSD") ? "PF_XBTUSD" : "PI_XBTUSD") + "\"]}";
            case "okx" ->
                message.equals("ping")
                        ? "pong"
                        : "{\"event\":\"subscribe\",\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}}";
            // Connecting is subscribing.
            default -> null;
        };
    }

    private static String text(String json, String field) {
        String begin = "\"" + field + "\":\"";
        int from = json.indexOf(begin) + begin.length();
        return json.substring(from, json.indexOf('"', from));
    }

    private static String message(Said said) {
        return switch (said.venue()) {
            case "binance" -> forceOrder(said, said.size(), 1);
            case "binance-coinm" -> forceOrder(said, said.contracts(1, 100), 2);
            case "bitget" ->
                """
                    {"action":"update","arg":{"instType":"%s-futures","topic":"liquidation"},"data":[{"symbol":"%s",
                     "side":"%s","price":"%s","amount":"%s","ts":"%d"}]}""".formatted(
                                said.symbol().equals("BTCPERP") ? "usdc" : "usdt",
                                said.symbol(),
                                said.side() == Side.LONG ? "buy" : "sell",
                                said.price(),
                                said.usd(),
                                said.millis());
            case "bitmex" ->
                """
                    {"table":"liquidation","action":"insert","data":[{"orderID":"%d","symbol":"%s","side":"%s",
                     "price":%s,"leavesQty":%d}]}""".formatted(said.number, said.symbol(), said.capitalOrder(), said.price(), said.contracts(1e-6, 1));
            case "bybit" ->
                """
                    {"topic":"allLiquidation.%s","type":"snapshot","ts":%d,"data":[{"T":%d,"s":"%s","S":"%s","v":"%d",
                     "p":"%s"}]}""".formatted(
                                said.symbol(),
                                said.millis(),
                                said.millis(),
                                said.symbol(),
                                said.side() == Side.LONG ? "Buy" : "Sell",
                                said.size(),
                                said.price());
            case "deribit" ->
                "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"trades.future.any.100ms\","
                        + "\"data\":[" + deribitTrade(said) + "]}}";
            case "dydx" ->
                "{\"type\":\"channel_data\",\"id\":\"BTC-USD\",\"channel\":\"v4_trades\",\"contents\":{\"trades\":["
                        + dydxTrade(said) + "]}}";
            case "gate" ->
                """
                    {"channel":"futures.public_liquidates","event":"update","result":[{"price":%s,"size":%d,
                     "time_ms":%d,"contract":"%s"}]}""".formatted(
                                said.price(),
                                (said.side() == Side.LONG ? -1 : 1) * said.contracts(1e-4, 1),
                                said.millis(),
                                said.symbol());
            case "hyperliquid" ->
                """
                    {"channel":"userFills","data":{"isSnapshot":false,"user":"0xbb","fills":[{"coin":"BTC","px":"%s",
                     "sz":"%d","side":"%s","tid":%d,"time":%d,"liquidation":{"liquidatedUser":"0xcc","markPx":"50000.0",
                     "method":"market"}}]}}""".formatted(
                        said.price(), said.size(), said.side() == Side.LONG ? "B" : "A", said.number, said.millis());
            case "kraken" ->
                """
                    {"feed":"trade","product_id":"%s","uid":"%d","side":"%s","type":"liquidation","seq":1,"time":%d,
                     "qty":%d,"price":%s}""".formatted(said.symbol(), said.number, said.order(), said.millis(), said.size(), said.price());
            case "okx" ->
                "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[" + okxOrders(said)
                        + "]}";
            default -> throw new IllegalArgumentException(said.venue());
        };
    }

    private static String forceOrder(Said said, long size, int market) {
        return """
                {"e":"forceOrder","E":%d,"o":{"s":"%s","S":"%s","ap":"%s","z":"%d","T":%d,"st":%d}}""".formatted(
                        said.millis(),
                        said.symbol(),
                        said.side() == Side.LONG ? "SELL" : "BUY",
                        said.price(),
                        size,
                        said.millis(),
                        market);
    }

    private static String deribitTrade(Said said) {
        return """
                {"trade_id":"%d","trade_seq":1,"instrument_name":"%s","timestamp":%d,"direction":"%s","price":%s,
                 "amount":%d,"liquidation":"T"}""".formatted(said.number, said.symbol(), said.millis(), said.order(), said.price(), said.size());
    }

    private static String dydxTrade(Said said) {
        return """
                {"id":"%d","side":"%s","size":"%d","price":"%s","type":"LIQUIDATED","createdAt":"%s",
                 "createdAtHeight":"1"}""".formatted(
                        said.number, said.side() == Side.LONG ? "SELL" : "BUY", said.size(), said.price(), said.time);
    }

    private static String okxOrders(Said said) {
        return """
                {"instType":"SWAP","instId":"%s","details":[{"bkPx":"%s","posSide":"%s","side":"%s","sz":"%d",
                 "ts":"%d"}]}""".formatted(
                        said.symbol(),
                        said.price(),
                        said.side() == Side.LONG ? "long" : "short",
                        said.order(),
                        said.contracts(0.01, 100),
                        said.millis());
    }
}
