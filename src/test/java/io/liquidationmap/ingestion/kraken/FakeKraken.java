package io.liquidationmap.ingestion.kraken;

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
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The known market as Kraken Futures would tell of it: linear contracts in coins, inverse ones in dollars, and a few rows
/// at a time, saying whether there are more.
public final class FakeKraken {

    private static final String CHARTS = "/api/charts/v1/";

    private static final int TRADES_PER_ANSWER = 100;
    private static final Instant FIRST_FUNDING = Instant.parse("2026-01-01T00:00:00Z");

    /// What was traded of every contract, as far as it is not forgotten.
    final List<Trade> trades = new ArrayList<>();

    /// How many rows an answer holds.
    int rowsPerAnswer = 500;

    private final Clock clock;

    public FakeKraken(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer("/derivatives/api/v3/instruments", request -> Answer.json(INSTRUMENTS));
        server.answer("/derivatives/api/v3/tickers", request -> Answer.json(TICKERS));
        server.answer("/derivatives/api/v3/historical-funding-rates", request -> funding());
        server.answer("/derivatives/api/v3/history", this::trades);
        server.answer(CHARTS + "mark/", request -> candles(request, true));
        server.answer(CHARTS + "trade/", request -> candles(request, false));
        server.answer(CHARTS + "analytics/", this::analytics);
    }

    private static final String INSTRUMENTS = """
            {"result":"success","instruments":[
              {"symbol":"PF_XBTUSD","type":"flexible_futures","tradeable":true,"contractSize":1,"openingDate":"2022-03-22T13:18:45Z",
               "base":"BTC","quote":"USD","marginLevels":[
                {"numNonContractUnits":2000000.0,"initialMargin":0.04,"maintenanceMargin":0.02},
                {"numNonContractUnits":0.0,"initialMargin":0.02,"maintenanceMargin":0.01}]},
              {"symbol":"PI_XBTUSD","type":"futures_inverse","tradeable":true,"openingDate":"2018-08-31T00:00:00Z","marginLevels":[
                {"contracts":0,"initialMargin":0.02,"maintenanceMargin":0.01},
                {"contracts":500000,"initialMargin":0.04,"maintenanceMargin":0.02}]},
              {"symbol":"PF_ETHUSD","type":"flexible_futures","tradeable":false},
              {"symbol":"PF_AAPLxUSD","type":"flexible_futures","tradeable":true,"openingDate":"2025-07-01T00:00:00Z"},
              {"symbol":"PF_odd!USD","type":"flexible_futures","tradeable":true},
              {"symbol":"FF_XBTUSD_261225","type":"flexible_futures","tradeable":true},
              {"symbol":"FI_XBTUSD_261225","type":"futures_inverse","tradeable":true},
              {"symbol":"in_xbtusd","type":"spot index","tradeable":false}]}""";

    private static final String TICKERS = """
            {"result":"success","serverTime":"2026-08-10T12:00:19.524Z","tickers":[
              {"symbol":"PI_XBTUSD","openInterest":25000000.0,"markPrice":50000.0},
              {"symbol":"PF_XBTUSD","openInterest":2370.1928,"markPrice":50001.5},
              {"symbol":"PF_ETHUSD","markPrice":3205.25}]}""";

    /// A ten-thousandth every hour, the one that runs included.
    private Answer funding() {
        List<String> rates = new ArrayList<>();
        for (Instant hour = FIRST_FUNDING;
                !hour.isAfter(clock.instant());
                hour = hour.plus(Interval.ONE_HOUR.duration())) {
            rates.add("{\"timestamp\":\"" + hour + "\",\"fundingRate\":5.0,\"relativeFundingRate\":1.0E-4}");
        }
        return Answer.json("{\"result\":\"success\",\"rates\":" + rates + "}");
    }

    /// The newest hundred of the trades before an instant.
    private Answer trades(Request request) {
        Instant before = Instant.parse(parameter(request, "lastTime"));
        return Answer.json("{\"result\":\"success\",\"history\":"
                + trades.stream()
                        .filter(trade -> trade.time().isBefore(before))
                        .sorted(Comparator.comparing(Trade::time).reversed())
                        .limit(TRADES_PER_ANSWER)
                        .map(Trade::json)
                        .toList()
                + "}");
    }

    /// A trade; every one of half a coin or half a dollar.
    record Trade(String id, Instant time, String side, String type) {
        private String json() {
            return "{\"time\":\"" + time + "\",\"trade_id\":1,\"price\":50000.0,\"size\":0.5,\"side\":\"" + side
                    + "\",\"type\":\"" + type + "\",\"uid\":\"" + id + "\"}";
        }
    }

    private Answer candles(Request request, boolean mark) {
        String[] path = request.path().split("/", -1);
        Interval interval = Interval.parse(path[6]);
        List<String> rows = new ArrayList<>();
        boolean more = forEachRow(request, "from", interval, open -> rows.add(candle(open, interval, path[5], mark)));
        return Answer.json("{\"candles\":" + rows + ",\"more_candles\":" + more + "}");
    }

    private static String candle(Instant open, Interval interval, String symbol, boolean mark) {
        Candle candle = mark ? KnownMarket.markCandle(open, interval) : KnownMarket.lastCandle(open, interval);
        double volume = mark ? 0 : size(symbol, KnownMarket.volume(open), typicalPrice(candle));
        return String.format(
                "{\"time\":%d,\"open\":\"%s\",\"high\":\"%s\",\"low\":\"%s\",\"close\":\"%s\",\"volume\":\"%s\"}",
                open.toEpochMilli(), candle.open(), candle.high(), candle.low(), candle.close(), number(volume));
    }

    private Answer analytics(Request request) {
        String[] path = request.path().split("/", -1);
        Interval interval = new Interval(Duration.ofSeconds(Long.parseLong(parameter(request, "interval"))));
        List<Instant> labels = new ArrayList<>();
        boolean more = forEachRow(request, "since", interval, labels::add);
        String data = data(path[6], path[5], labels, interval);
        return Answer.json("{\"result\":{\"timestamp\":"
                + series(labels, label -> label.getEpochSecond())
                + ",\"data\":" + data + ",\"more\":" + more + "},\"errors\":[]}");
    }

    private static String data(String statistic, String symbol, List<Instant> labels, Interval interval) {
        return switch (statistic) {
            case "open-interest" ->
                series(labels, open -> {
                    Instant end = open.plus(interval.duration());
                    String size = number(size(symbol, KnownMarket.openInterest(end), KnownMarket.price(end)));
                    return "[\"1\",\"999999999\",\"1\",\"" + size + "\"]";
                });
            case "long-short-info" ->
                "{" + counts(labels, interval, 1.5) + ",\"ratio\":" + series(labels, open -> "0.66") + "}";
            case "top-traders" ->
                "{\"top20Percent\":{" + counts(labels, interval, 1.25) + ",\"openInterest\":"
                        + series(labels, open -> "\"2263.2416\"") + "}}";
            case "cvd" ->
                "{\"buy_volume\":"
                        + series(
                                labels,
                                open -> "\""
                                        + number(size(
                                                symbol,
                                                KnownMarket.takerBuyVolume(open),
                                                typicalPrice(KnownMarket.lastCandle(open, interval))))
                                        + "\"")
                        + ",\"sell_volume\":[],\"cvd\":[]}";
            default -> throw new IllegalArgumentException(statistic);
        };
    }

    /// So many that the ratios, which are in sixty-fourths, are exact.
    private static String counts(List<Instant> labels, Interval interval, double mean) {
        return "\"longCount\":"
                + series(labels, open -> Math.round(1600 * KnownMarket.ratio(open.plus(interval.duration()), mean)))
                + ",\"shortCount\":" + series(labels, open -> 1600);
    }

    private static String series(List<Instant> labels, Function<Instant, Object> value) {
        return labels.stream().map(value).toList().toString();
    }

    private boolean forEachRow(Request request, String from, Interval interval, Consumer<Instant> action) {
        Instant open = interval.ceiling(Instant.ofEpochSecond(Long.parseLong(parameter(request, from))));
        Instant to = Instant.ofEpochSecond(Long.parseLong(parameter(request, "to")));
        Instant last = to.isBefore(clock.instant()) ? to : clock.instant();
        for (int i = 0; !open.isAfter(last); i++) {
            if (i == rowsPerAnswer) {
                return true;
            }
            action.accept(open);
            open = open.plus(interval.duration());
        }
        return false;
    }

    private static double size(String symbol, double coins, double price) {
        return symbol.startsWith("PI_") ? coins * price : coins;
    }

    private static double typicalPrice(Candle candle) {
        return Math.cbrt(candle.low() * candle.high() * candle.close());
    }

    private static String parameter(Request request, String name) {
        String value = request.query().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in " + request);
        }
        return value;
    }
}
