package io.liquidationmap.ingestion.hyperliquid;

import static io.liquidationmap.ingestion.KnownMarket.number;

import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The known market as Hyperliquid would tell of it, and accounts that hold what a test says.
public final class FakeHyperliquid {

    /// Where everything but the leaderboard is asked.
    public static final String INFO = "/info";

    public static final String LEADERBOARD = "/Mainnet/leaderboard";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CANDLES = 5_000;

    private final Clock clock;
    private final Map<String, Supplier<Answer>> special = new ConcurrentHashMap<>();
    private final Map<String, String> positions = new ConcurrentHashMap<>();
    private final Map<String, String> equities = new ConcurrentHashMap<>();
    private final List<String> traders = new ArrayList<>();

    public FakeHyperliquid(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer(INFO, this::info);
        server.answer(
                LEADERBOARD,
                request -> Answer.json("{\"leaderboardRows\":["
                        + String.join(
                                ",",
                                equities.entrySet().stream()
                                        .map(row -> "{\"ethAddress\":\"" + row.getKey() + "\",\"accountValue\":\""
                                                + row.getValue()
                                                + "\",\"windowPerformances\":[[\"day\",{\"pnl\":\"1.0\",\"roi\":\"0.1\","
                                                + "\"vlm\":\"2.0\"}]],\"prize\":0,\"displayName\":null}")
                                        .toList())
                        + "]}"));
    }

    /// An address that differs for every number.
    public static String address(int number) {
        return String.format(Locale.ROOT, "0x%040x", number);
    }

    /// What a request asks for.
    public static String type(Request request) {
        return JSON.readTree(request.body()).path("type").asString();
    }

    /// Answers one type of question in another way.
    public void answer(String type, Supplier<Answer> answer) {
        special.put(type, answer);
    }

    /// Answers one question of a type in another way, and the next as usual.
    public void answerOnce(String type, Answer answer) {
        answer(type, () -> {
            special.remove(type);
            return answer;
        });
    }

    /// Puts an account on the leaderboard.
    public void list(String address, String equity) {
        equities.put(address, equity);
    }

    /// Lets an account be a party to the latest trades.
    public void trades(String address) {
        traders.add(address);
    }

    /// Lets an account hold these positions and no others.
    public void holds(String address, String... rows) {
        positions.put(address, String.join(",", rows));
    }

    /// A position as the venue writes it.
    ///
    /// @param liquidationPrice JSON: a quoted number, or null
    public static String position(
            String coin, String size, String marginMode, String liquidationPrice, String valueUsd) {
        return "{\"type\":\"oneWay\",\"position\":{\"coin\":\"" + coin + "\",\"szi\":\"" + size
                + "\",\"entryPx\":\"50000.0\",\"leverage\":{\"type\":\"" + marginMode
                + "\",\"value\":20,\"rawUsd\":\"-95.0\"},\"liquidationPx\":" + liquidationPrice
                + ",\"marginUsed\":\"5.0\",\"maxLeverage\":40,\"positionValue\":\"" + valueUsd
                + "\",\"returnOnEquity\":\"-0.1\",\"unrealizedPnl\":\"-1.0\",\"cumFunding\":{\"allTime\":\"1.0\"}}}";
    }

    private Answer info(Request request) {
        JsonNode question = JSON.readTree(request.body());
        String type = question.path("type").asString();
        Supplier<Answer> otherwise = special.get(type);
        if (otherwise != null) {
            return otherwise.get();
        }
        return switch (type) {
            case "meta" -> Answer.json(meta());
            case "metaAndAssetCtxs" ->
                Answer.json("[" + meta() + ",[" + context(KnownMarket.openInterest(clock.instant())) + "," + context(1)
                        + "," + context(9e9) + "]]");
            case "candleSnapshot" -> candles(question.path("req"));
            case "fundingHistory" -> funding(question);
            case "recentTrades" -> trades();
            case "clearinghouseState" ->
                Answer.json("{\"assetPositions\":["
                        + positions.getOrDefault(question.path("user").asString(), "")
                        + "],\"crossMaintenanceMarginUsed\":\"0.0\",\"marginSummary\":{\"accountValue\":\"1.0\"},"
                        + "\"time\":" + clock.millis() + "}");
            default -> Answer.status(422);
        };
    }

    private static String meta() {
        return """
                {"universe":[{"szDecimals":5,"name":"BTC","maxLeverage":40,"marginTableId":56},\
                {"szDecimals":1,"name":"LOOM","maxLeverage":3,"marginTableId":3,"isDelisted":true,"onlyIsolated":true},\
                {"szDecimals":0,"name":"kPEPE","maxLeverage":10,"marginTableId":10},\
                {"szDecimals":0,"name":"odd name","maxLeverage":3}],\
                "marginTables":[[56,{"description":"tiered 40x","marginTiers":\
                [{"lowerBound":"0.0","maxLeverage":40},{"lowerBound":"150000000.0","maxLeverage":20}]}]],\
                "collateralToken":0}""";
    }

    private static String context(double openInterest) {
        return "{\"funding\":\"0.0000125\",\"openInterest\":\"" + openInterest
                + "\",\"prevDayPx\":\"1.0\",\"dayNtlVlm\":\"1.0\",\"premium\":null,\"oraclePx\":\"1.0\","
                + "\"markPx\":\"50000.0\",\"midPx\":null,\"impactPxs\":null}";
    }

    private Answer candles(JsonNode question) {
        Interval interval = Interval.parse(question.path("interval").asString());
        Instant start = Instant.ofEpochMilli(question.path("startTime").asLong());
        Instant end = Instant.ofEpochMilli(question.path("endTime").asLong());
        Instant oldest =
                interval.floor(clock.instant()).minus(interval.duration().multipliedBy(CANDLES - 1));
        List<String> rows = new ArrayList<>();
        // The candle that holds the start comes too, and the one that is still open.
        for (Instant open = interval.floor(start.isBefore(oldest) ? oldest : start);
                !open.isAfter(end) && !open.isAfter(clock.instant());
                open = open.plus(interval.duration())) {
            rows.add(candle(open, interval));
        }
        return Answer.json(rows.toString());
    }

    private static String candle(Instant open, Interval interval) {
        Candle candle = KnownMarket.lastCandle(open, interval);
        return String.format(
                Locale.ROOT,
                "{\"t\":%d,\"T\":%d,\"s\":\"BTC\",\"i\":\"%s\",\"o\":\"%s\",\"c\":\"%s\",\"h\":\"%s\",\"l\":\"%s\","
                        + "\"v\":\"%s\",\"n\":189}",
                open.toEpochMilli(),
                open.plus(interval.duration()).toEpochMilli() - 1,
                interval,
                candle.open(),
                candle.close(),
                candle.high(),
                candle.low(),
                number(KnownMarket.volume(open)));
    }

    /// Paid every hour, a few milliseconds late.
    private static Answer funding(JsonNode question) {
        List<String> rows = new ArrayList<>();
        Instant end = Instant.ofEpochMilli(question.path("endTime").asLong());
        for (Instant at = Interval.ONE_HOUR.ceiling(
                        Instant.ofEpochMilli(question.path("startTime").asLong()));
                !at.isAfter(end) && rows.size() < 500;
                at = at.plus(Duration.ofHours(1))) {
            rows.add("{\"coin\":\"BTC\",\"fundingRate\":\"0.0000125\",\"premium\":\"0.0001\",\"time\":"
                    + (at.toEpochMilli() + 76) + "}");
        }
        return Answer.json(rows.toString());
    }

    private Answer trades() {
        List<String> rows = new ArrayList<>();
        for (String trader : traders) {
            rows.add("{\"coin\":\"BTC\",\"side\":\"A\",\"px\":\"50000.0\",\"sz\":\"0.1\",\"hash\":\"0x1\",\"time\":1,"
                    + "\"tid\":1,\"users\":[\"" + trader + "\",\"0xnobody\"]}");
        }
        return Answer.json(rows.toString());
    }
}
