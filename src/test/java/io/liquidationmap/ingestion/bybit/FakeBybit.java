package io.liquidationmap.ingestion.bybit;

import static io.liquidationmap.ingestion.KnownMarket.number;

import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// The known market as Bybit would tell of it: inverse contracts in US dollars, open interest of both sides, rows newest
/// first, the newest of them where there are more than fit.
public final class FakeBybit {

    private static final Map<String, Interval> CANDLES = Map.of(
            "5", Interval.FIVE_MINUTES,
            "60", Interval.ONE_HOUR,
            "120", Interval.parse("2h"),
            "240", Interval.parse("4h"),
            "D", Interval.ONE_DAY);
    private static final Map<String, Interval> PERIODS = Map.of(
            "5min", Interval.FIVE_MINUTES,
            "1h", Interval.ONE_HOUR,
            "4h", Interval.parse("4h"),
            "1d", Interval.ONE_DAY);

    /// Whether rows have the open interest of one side beside that of both.
    boolean singleSided = true;

    private final Clock clock;

    public FakeBybit(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer("/v5/market/instruments-info", this::contracts);
        server.answer("/v5/market/mark-price-kline", request -> candles(request, FakeBybit::markRow));
        server.answer("/v5/market/kline", request -> candles(request, FakeBybit::tradeRow));
        server.answer(
                "/v5/market/tickers",
                request -> Answer.json("{\"retCode\":0,\"time\":1786363219524,\"result\":{\"list\":["
                        + (isInverse(request)
                                ? "{\"symbol\":\"BTCUSD\",\"openInterest\":\"900000000\",\"markPrice\":\"50000\"}"
                                : "{\"symbol\":\"BTCUSDT\",\"openInterest\":\"60000\",\"markPrice\":\"50000\"}")
                        + "]}}"));
        server.answer("/v5/market/open-interest", this::openInterest);
        server.answer("/v5/market/risk-limit", request -> wrapped("", ""));
        server.answer("/v5/market/account-ratio", this::ratios);
        server.answer("/v5/market/funding/history", this::funding);
    }

    /// An answer as the venue wraps it.
    Answer wrapped(String rows, String cursor) {
        return Answer.json("{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":\"linear\",\"list\":[" + rows
                + "],\"nextPageCursor\":\"" + cursor + "\"},\"retExtInfo\":{},\"time\":" + clock.millis() + "}");
    }

    /// What the venue answers to what it does not like.
    Answer fault(int code, String message) {
        return Answer.json("{\"retCode\":" + code + ",\"retMsg\":\"" + message
                + "\",\"result\":{},\"retExtInfo\":{},\"time\":" + clock.millis() + "}");
    }

    private Answer contracts(Request request) {
        if (isInverse(request)) {
            return wrapped(contract("BTCUSD", "InversePerpetual", "Trading", "BTC", "USD", 1542153600000L), "");
        }
        if (!request.query().containsKey("cursor")) {
            return wrapped(
                    String.join(
                            ",",
                            contract("BTCUSDT", "LinearPerpetual", "Trading", "BTC", "USDT", 1585526400000L),
                            contract("BTC-25DEC26", "LinearFutures", "Trading", "BTC", "USDC", 1700000000000L),
                            contract("BTCEUR", "LinearPerpetual", "Trading", "BTC", "EUR", 1700000000000L),
                            contract("odd!", "LinearPerpetual", "Trading", "odd", "USDT", 1700000000000L)),
                    "first%3DBTCUSDT%26last%3DBTCEUR");
        }
        if (request.rawQuery().endsWith("cursor=first%3DBTCUSDT%26last%3DBTCEUR")) {
            return wrapped(
                    String.join(
                            ",",
                            contract("BTCPERP", "LinearPerpetual", "Trading", "BTC", "USDC", 1660000000000L),
                            contract("BIOUSDT", "LinearPerpetual", "PreLaunch", "BIO", "USDT", 1735032510000L)),
                    "");
        }
        return fault(10001, "params error: cursor");
    }

    private static String contract(
            String symbol, String type, String status, String base, String quote, long launched) {
        return "{\"symbol\":\"" + symbol + "\",\"contractType\":\"" + type + "\",\"status\":\"" + status
                + "\",\"baseCoin\":\"" + base + "\",\"quoteCoin\":\"" + quote + "\",\"launchTime\":\"" + launched
                + "\",\"deliveryTime\":\"0\",\"leverageFilter\":{\"maxLeverage\":\"100.00\"},\"fundingInterval\":480}";
    }

    private Answer candles(Request request, RowOfCandle row) {
        Interval interval = interval(CANDLES, request.parameter("interval"));
        return page(
                request,
                interval,
                1000,
                time(request, "start"),
                time(request, "end"),
                at -> "[" + row.of(at, interval, isInverse(request)) + "]");
    }

    private static String markRow(Instant at, Interval interval, boolean inverse) {
        return prices(at, KnownMarket.markCandle(at, interval));
    }

    private static String tradeRow(Instant at, Interval interval, boolean inverse) {
        String coins = number(KnownMarket.volume(at));
        String quote = number(KnownMarket.volume(at) * KnownMarket.vwap(at));
        return prices(at, KnownMarket.lastCandle(at, interval)) + ",\"" + (inverse ? quote : coins) + "\",\""
                + (inverse ? coins : quote) + "\"";
    }

    private static String prices(Instant at, Candle candle) {
        return "\"" + at.toEpochMilli() + "\",\"" + number(candle.open()) + "\",\"" + number(candle.high()) + "\",\""
                + number(candle.low()) + "\",\"" + number(candle.close()) + "\"";
    }

    private Answer openInterest(Request request) {
        return page(
                request,
                interval(PERIODS, request.parameter("intervalTime")),
                200,
                time(request, "startTime"),
                time(request, "endTime"),
                at -> {
                    double counted = KnownMarket.openInterest(at) * (isInverse(request) ? KnownMarket.price(at) : 1);
                    return "{\"openInterest\":\"" + number(2 * counted) + "\","
                            + (singleSided ? "\"singleOpenInterest\":\"" + number(counted) + "\"," : "")
                            + "\"timestamp\":\"" + at.toEpochMilli() + "\"}";
                });
    }

    private Answer ratios(Request request) {
        return page(
                request,
                interval(PERIODS, request.parameter("period")),
                500,
                time(request, "startTime"),
                time(request, "endTime"),
                at -> {
                    double ratio = KnownMarket.ratio(at, 1.5);
                    return "{\"symbol\":\"BTCUSDT\",\"buyRatio\":\"" + number(ratio / (1 + ratio))
                            + "\",\"sellRatio\":\"" + number(1 / (1 + ratio)) + "\",\"timestamp\":\""
                            + at.toEpochMilli() + "\"}";
                });
    }

    private Answer funding(Request request) {
        Instant last = Instant.ofEpochMilli(Math.min(time(request, "endTime"), clock.millis()));
        List<String> rows =
                KnownMarket.fundingTimes(Instant.ofEpochMilli(time(request, "startTime")), last.plusMillis(1)).stream()
                        .map(at -> "{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"0.0001\",\"fundingRateTimestamp\":\""
                                + at.toEpochMilli() + "\"}")
                        .toList();
        return newestFirst(rows, limit(request, 200));
    }

    private Answer page(
            Request request, Interval step, int mostRows, long firstMs, long lastMs, Function<Instant, String> row) {
        List<String> rows = new ArrayList<>();
        Instant last = Instant.ofEpochMilli(Math.min(lastMs, clock.millis()));
        for (Instant at = step.ceiling(Instant.ofEpochMilli(firstMs));
                !at.isAfter(last);
                at = at.plus(step.duration())) {
            rows.add(row.apply(at));
        }
        return newestFirst(rows, limit(request, mostRows));
    }

    private Answer newestFirst(List<String> rows, int limit) {
        List<String> page = new ArrayList<>(rows.subList(Math.max(0, rows.size() - limit), rows.size()));
        Collections.reverse(page);
        return wrapped(String.join(",", page), rows.size() > limit ? "lastid%3D0%26lasttime%3D1" : "");
    }

    private static Interval interval(Map<String, Interval> names, String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    private static boolean isInverse(Request request) {
        return "inverse".equals(request.query().get("category"));
    }

    private static int limit(Request request, int most) {
        int limit = Integer.parseInt(request.parameter("limit"));
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("limit of " + request);
        }
        return limit;
    }

    private static long time(Request request, String name) {
        return Long.parseLong(request.parameter(name));
    }

    private interface RowOfCandle {
        String of(Instant at, Interval interval, boolean inverse);
    }
}
