package io.liquidationmap.ingestion.bitmex;

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
import java.util.List;
import java.util.Locale;

/// The known market as BitMEX would tell of it: stretches of trades stamped with their end, sizes in coins and in dollars.
public final class FakeBitmex {

    private final Clock clock;

    public FakeBitmex(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer(
                "/instrument/active", request -> Answer.json("[" + inverse() + "," + linear() + "," + OTHERS + "]"));
        server.answer("/trade/bucketed", this::buckets);
        server.answer("/funding", FakeBitmex::funding);
    }

    /// A quanto, one in another currency, a future, one that is settled, a spread, one with an impossible name.
    private static final String OTHERS = """
            {"symbol":"ETHUSD","typ":"FFWCSX","state":"Open","underlying":"ETH","quoteCurrency":"USD","settlCurrency":"XBt",\
            "multiplier":100,"quoteToSettleMultiplier":3108,"isQuanto":true,"isInverse":false},\
            {"symbol":"XBTEUR","typ":"FFWCSX","state":"Open","underlying":"XBT","quoteCurrency":"EUR","settlCurrency":"XBt",\
            "multiplier":-100000000,"underlyingToSettleMultiplier":-100000000,"isQuanto":false,"isInverse":true},\
            {"symbol":"XBTZ26","typ":"FFCCSX","state":"Open","underlying":"XBT","quoteCurrency":"USD","settlCurrency":"XBt",\
            "multiplier":-100000000,"underlyingToSettleMultiplier":-100000000,"isQuanto":false,"isInverse":true},\
            {"symbol":"OLDUSDT","typ":"FFWCSX","state":"Unlisted","underlying":"OLD","quoteCurrency":"USDT",\
            "settlCurrency":"USDt","multiplier":1000000,"quoteToSettleMultiplier":1000000},\
            {"symbol":"XBTM26-XBTU26","typ":"FFMCSX","state":"Open","underlying":"XBT"},\
            {"symbol":"odd!USDT","typ":"FFWCSX","state":"Open","underlying":"ODD","quoteCurrency":"USDT",\
            "settlCurrency":"USDt","multiplier":1000000,"quoteToSettleMultiplier":1000000}""";

    private String inverse() {
        Instant now = clock.instant();
        double price = KnownMarket.price(now);
        return String.format(Locale.ROOT, """
            {"symbol":"XBTUSD","typ":"FFWCSX","state":"Open","listing":"2016-05-13T12:00:00.000Z","underlying":"XBT",\
            "quoteCurrency":"USD","settlCurrency":"XBt","multiplier":-100000000,"underlyingToSettleMultiplier":-100000000,\
            "isQuanto":false,"isInverse":true,"initMargin":0.01,"maintMargin":0.005,"riskLimit":20000000000,\
            "riskStep":15000000000,"takerFee":0.0005,"openInterest":%s,"markPrice":%s,"fundingRate":0.00011,"timestamp":"%s"}""", number(KnownMarket.openInterest(now) * price), price, now);
    }

    private String linear() {
        Instant now = clock.instant();
        return String.format(
                Locale.ROOT, """
            {"symbol":"XBTUSDT","typ":"FFWCSX","state":"Open","listing":"2021-11-10T04:00:00.000Z","underlying":"XBT",\
            "quoteCurrency":"USDT","settlCurrency":"USDt","multiplier":1,"underlyingToPositionMultiplier":1000000,\
            "quoteToSettleMultiplier":1000000,"isQuanto":false,"isInverse":false,"initMargin":0.02,"maintMargin":0.01,\
            "riskLimit":20000000000,"riskStep":10000000000,"takerFee":0.00075,"openInterest":%s,\
            "markPrice":%s,"timestamp":"%s"}""", number(KnownMarket.openInterest(now) * 1e6), KnownMarket.price(now), now);
    }

    private Answer buckets(Request request) {
        Interval binSize = Interval.parse(request.parameter("binSize"));
        int count = Integer.parseInt(request.parameter("count"));
        if (count > 1000) {
            return Answer.status(400);
        }
        Instant last = time(request, "endTime");
        List<String> rows = new ArrayList<>();
        Instant end = binSize.ceiling(time(request, "startTime"));
        while (rows.size() < count && !end.isAfter(last) && !end.isAfter(clock.instant())) {
            for (String symbol : symbols(request)) {
                rows.add(bucket(symbol, end, binSize));
            }
            end = end.plus(binSize.duration());
        }
        return Answer.json(
                Boolean.parseBoolean(request.query().get("reverse"))
                        ? rows.reversed().toString()
                        : rows.toString());
    }

    /// A request that names none is for all.
    private static List<String> symbols(Request request) {
        String symbol = request.query().get("symbol");
        return symbol == null ? List.of(".BXBT", "XBTUSD", "XBTUSDT") : List.of(symbol);
    }

    private static String bucket(String symbol, Instant end, Interval binSize) {
        Instant open = end.minus(binSize.duration());
        Candle candle = KnownMarket.lastCandle(open, binSize);
        double coins = KnownMarket.volume(open);
        return String.format(
                "{\"symbol\":\"%s\",\"timestamp\":\"%s\",\"open\":%s,\"high\":%s,\"low\":%s,\"close\":%s,\"trades\":7,\"volume\":1,"
                        + "\"vwap\":1,\"lastSize\":1,\"turnover\":1,\"homeNotional\":%s,\"foreignNotional\":%s}",
                symbol,
                end,
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                number(coins),
                number(coins * KnownMarket.vwap(open)));
    }

    private static Answer funding(Request request) {
        if (Integer.parseInt(request.parameter("count")) > 500) {
            return Answer.status(400);
        }
        return Answer.json(
                KnownMarket.fundingTimes(
                                time(request, "startTime"),
                                time(request, "endTime").plusMillis(1))
                        .stream()
                        .map(at -> "{\"timestamp\":\"" + at + "\",\"fundingInterval\":\"2000-01-01T08:00:00.000Z\","
                                + "\"fundingRate\":0.0001,\"fundingRateDaily\":0.0003}")
                        .toList()
                        .toString());
    }

    private static Instant time(Request request, String name) {
        return Instant.parse(request.parameter(name));
    }
}
