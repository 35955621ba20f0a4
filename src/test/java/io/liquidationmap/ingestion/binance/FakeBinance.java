package io.liquidationmap.ingestion.binance;

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
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The known market as one of Binance's two would tell of it, over REST and as an archive.
public final class FakeBinance {

    private static final int CONTRACT_USD = 100;

    final FakeArchive archive;

    /// Otherwise by the end, as the documentation once had it.
    boolean statisticsLabelledByBeginning;

    private final Clock clock;
    private final boolean inverse;

    private FakeBinance(FakeVenueServer server, Clock clock, String api, boolean inverse) {
        this.clock = clock;
        this.inverse = inverse;
        this.archive = new FakeArchive(
                server, clock, inverse ? "cm" : "um", this::tradeKline, FakeBinance::markKline, this::openInterest);
        server.answer(api + "klines", request -> klines(request, this::tradeKline));
        server.answer(api + "markPriceKlines", request -> klines(request, FakeBinance::markKline));
        server.answer(api + "fundingRate", this::funding);
        server.answer("/futures/data/openInterestHist", this::openInterestHistory);
        Map.of("globalLongShortAccountRatio", 1.5, "topLongShortAccountRatio", 1.25, "topLongShortPositionRatio", 1.125)
                .forEach((statistic, mean) -> server.answer(
                        "/futures/data/" + statistic, request -> statistics(request, at -> ratioRow(at, mean))));
    }

    /// USD-M, with the linear contract BTCUSDT.
    public static FakeBinance usdMargined(FakeVenueServer server, Clock clock) {
        server.answer("/fapi/v1/exchangeInfo", request -> Answer.json("""
                {"timezone":"UTC","serverTime":1,"symbols":[
                  {"symbol":"BTCUSDT","pair":"BTCUSDT","contractType":"PERPETUAL","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","marginAsset":"USDT","onboardDate":1569398400000},
                  {"symbol":"1000SHIBUSDT","contractType":"PERPETUAL","status":"TRADING","baseAsset":"1000SHIB","quoteAsset":"USDT","marginAsset":"USDT"},
                  {"symbol":"BTCUSDT_261225","contractType":"CURRENT_QUARTER","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","marginAsset":"USDT"},
                  {"symbol":"BTCUSD_PERP","contractType":"PERPETUAL","status":"TRADING","baseAsset":"BTC","quoteAsset":"USD","marginAsset":"BTC","contractSize":100},
                  {"symbol":"TSLAUSDT","contractType":"TRADIFI_PERPETUAL","status":"TRADING","baseAsset":"TSLA","quoteAsset":"USDT","marginAsset":"USDT"},
                  {"symbol":"OLDUSDT","contractType":"PERPETUAL","status":"SETTLING","baseAsset":"OLD","quoteAsset":"USDT","marginAsset":"USDT"},
                  {"symbol":"NEWUSDT","contractType":"","status":"PENDING_TRADING","baseAsset":"NEW","quoteAsset":"USDT","marginAsset":"USDT"},
                  {"symbol":"odd!","contractType":"PERPETUAL","status":"TRADING","baseAsset":"odd","quoteAsset":"USDT","marginAsset":"USDT"}]}"""));
        server.answer("/fapi/v1/premiumIndex", request -> Answer.json("""
                [{"symbol":"BTCUSDT","markPrice":"50000.0","indexPrice":"49990.0","time":1},
                 {"symbol":"1000SHIBUSDT","markPrice":"0.02","indexPrice":"0.02","time":1},
                 {"symbol":"BTCUSDT_261225","markPrice":"51000.0","indexPrice":"49990.0","time":1}]"""));
        server.answer(
                "/fapi/v1/openInterest",
                request -> Answer.json(
                        "{\"openInterest\":\"90123.456\",\"symbol\":\"BTCUSDT\",\"time\":" + clock.millis() + "}"));
        return new FakeBinance(server, clock, "/fapi/v1/", false);
    }

    /// COIN-M, with the inverse contract BTCUSD_PERP of 100 US dollars.
    public static FakeBinance coinMargined(FakeVenueServer server, Clock clock) {
        server.answer("/dapi/v1/exchangeInfo", request -> Answer.json("""
                {"timezone":"UTC","serverTime":1,"symbols":[
                  {"symbol":"BTCUSD_PERP","pair":"BTCUSD","contractType":"PERPETUAL","contractStatus":"TRADING","contractSize":100,"marginAsset":"BTC","baseAsset":"BTC","quoteAsset":"USD","onboardDate":1597042800000},
                  {"symbol":"BTCUSD_261225","pair":"BTCUSD","contractType":"CURRENT_QUARTER","contractStatus":"TRADING","contractSize":100,"marginAsset":"BTC","baseAsset":"BTC","quoteAsset":"USD","onboardDate":1616745600000},
                  {"symbol":"ETHUSD_PERP","pair":"ETHUSD","contractType":"PERPETUAL","contractStatus":"TRADING","contractSize":10,"marginAsset":"ETH","baseAsset":"ETH","quoteAsset":"USD","onboardDate":1597734000000},
                  {"symbol":"EOSUSD_PERP","pair":"EOSUSD","contractType":"PERPETUAL","contractStatus":"CLOSE","contractSize":10,"marginAsset":"EOS","baseAsset":"EOS","quoteAsset":"USD"},
                  {"symbol":"odd!","pair":"odd!","contractType":"PERPETUAL","contractStatus":"TRADING","contractSize":10,"marginAsset":"ODD","baseAsset":"ODD","quoteAsset":"USD"},
                  {"symbol":"BTCUSDT","pair":"BTCUSDT","contractType":"PERPETUAL","contractStatus":"TRADING","contractSize":1,"marginAsset":"USDT","baseAsset":"BTC","quoteAsset":"USDT"}]}"""));
        server.answer(
                "/dapi/v1/openInterest",
                request -> Answer.json("{\"symbol\":\"BTCUSD_PERP\",\"pair\":\"BTCUSD\",\"openInterest\":\"500000\","
                        + "\"contractType\":\"PERPETUAL\",\"time\":" + clock.millis() + "}"));
        server.answer(
                "/dapi/v1/premiumIndex",
                request -> Answer.json("[{\"symbol\":\"BTCUSD_PERP\",\"pair\":\"BTCUSD\",\"markPrice\":\"50000.0\","
                        + "\"indexPrice\":\"49990.0\",\"estimatedSettlePrice\":\"49980.0\",\"time\":1}]"));
        return new FakeBinance(server, clock, "/dapi/v1/", true);
    }

    private Answer klines(Request request, BiFunction<Instant, Interval, List<String>> row) {
        Interval interval = Interval.parse(request.parameter("interval"));
        int limit = Integer.parseInt(request.parameter("limit"));
        Instant from = time(request, "startTime");
        Instant last = earlier(time(request, "endTime"), clock.instant());
        if (limit > 1500 || Duration.between(from, last).compareTo(Duration.ofDays(200)) > 0) {
            return Answer.status(400);
        }
        List<String> rows = new ArrayList<>();
        for (Instant at = interval.ceiling(from); !at.isAfter(last); at = at.plus(interval.duration())) {
            List<String> fields = new ArrayList<>(row.apply(at, interval));
            fields.replaceAll(field -> "\"" + field + "\"");
            fields.set(0, Long.toString(at.toEpochMilli()));
            fields.set(6, Long.toString(at.plus(interval.duration()).toEpochMilli() - 1));
            fields.set(8, "308");
            rows.add("[" + String.join(",", fields) + "]");
        }
        // COIN-M cuts off the oldest, USD-M the newest.
        List<String> page = inverse
                ? rows.subList(Math.max(0, rows.size() - limit), rows.size())
                : rows.subList(0, Math.min(limit, rows.size()));
        return Answer.json("[" + String.join(",", page) + "]");
    }

    private Answer openInterestHistory(Request request) {
        boolean ofThePerpetual = "PERPETUAL".equals(request.query().get("contractType"));
        // What the documentation calls its value in coins has numbers in its example that cannot be coins.
        return inverse && !ofThePerpetual
                ? Answer.status(400)
                : statistics(
                        request,
                        at -> "\"sumOpenInterest\":\"" + openInterest(at)
                                + "\",\"sumOpenInterestValue\":\"176196512.234\"");
    }

    private Answer statistics(Request request, Function<Instant, String> rest) {
        boolean known = inverse
                ? Set.of("BTCUSD", "ETHUSD").contains(request.query().getOrDefault("pair", ""))
                : "BTCUSDT".equals(request.query().get("symbol"));
        Interval period = Interval.parse(request.parameter("period"));
        int limit = Integer.parseInt(request.parameter("limit"));
        if (!known || limit > 500) {
            return Answer.status(400);
        }
        Duration shift = statisticsLabelledByBeginning ? period.duration() : Duration.ZERO;
        Instant newest = period.floor(clock.instant().minus(shift));
        Instant first = newest.minus(period.duration().multipliedBy(limit - 1));
        Instant last = newest;
        if (request.query().containsKey("startTime")) {
            first = period.ceiling(time(request, "startTime"));
            last = earlier(time(request, "endTime"), newest);
            if (first.isBefore(clock.instant().minus(Duration.ofDays(30)))) {
                return Answer.status(400);
            }
        }
        StringJoiner rows = new StringJoiner(",", "[", "]");
        for (Instant at = first; !at.isAfter(last) && limit > 0; at = at.plus(period.duration())) {
            rows.add("{" + rest.apply(at.plus(shift)) + ",\"timestamp\":" + at.toEpochMilli() + "}");
            limit--;
        }
        return Answer.json(rows.toString());
    }

    private Answer funding(Request request) {
        StringJoiner rows = new StringJoiner(",", "[", "]");
        KnownMarket.fundingTimes(
                        time(request, "startTime"), time(request, "endTime").plusMillis(1))
                .forEach(at -> rows.add("{\"symbol\":\"ANY\",\"fundingRate\":\"0.00010000\",\"fundingTime\":"
                        + (at.toEpochMilli() + 3) + ",\"markPrice\":\"\"}"));
        return Answer.json(rows.toString());
    }

    private List<String> tradeKline(Instant at, Interval interval) {
        double coins = KnownMarket.volume(at);
        double bought = KnownMarket.takerBuyVolume(at);
        double quote = KnownMarket.vwap(at) / (inverse ? CONTRACT_USD : 1);
        return kline(
                at,
                KnownMarket.lastCandle(at, interval),
                inverse ? coins * quote : coins,
                inverse ? coins : coins * quote,
                inverse ? bought * quote : bought,
                inverse ? bought : bought * quote);
    }

    private static List<String> markKline(Instant at, Interval interval) {
        return kline(at, KnownMarket.markCandle(at, interval), 0, 0, 0, 0);
    }

    private static List<String> kline(
            Instant at, Candle candle, double volume, double quote, double bought, double boughtQuote) {
        return List.of(
                Long.toString(at.toEpochMilli()),
                number(candle.open()),
                number(candle.high()),
                number(candle.low()),
                number(candle.close()),
                number(volume),
                "0",
                number(quote),
                "308",
                number(bought),
                number(boughtQuote),
                "0");
    }

    /// As the market counts it.
    private String openInterest(Instant at) {
        return number(KnownMarket.openInterest(at) * (inverse ? KnownMarket.price(at) / CONTRACT_USD : 1));
    }

    private static String ratioRow(Instant at, double mean) {
        return "\"longShortRatio\":\"" + number(KnownMarket.ratio(at, mean)) + "\"";
    }

    private static Instant time(Request request, String name) {
        return Instant.ofEpochMilli(Long.parseLong(request.parameter(name)));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
