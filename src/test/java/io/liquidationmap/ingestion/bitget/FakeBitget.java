package io.liquidationmap.ingestion.bitget;

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

/// The known market as Bitget would tell of it: everything in coins, 200 candles at a time, ratios of the last thirty
/// periods, open interest of this moment.
public final class FakeBitget {

    private static final String MARKET = "/api/v2/mix/market/";
    private static final int ROWS = 200;
    private static final int RATIOS = 30;
    private static final Instant FIRST_FUNDING = Instant.parse("2026-01-01T00:00:00Z");

    /// Whether the ends of a stretch belong to it.
    boolean inclusive = true;

    /// Otherwise with their beginning.
    boolean takerVolumesLabelledByEnd;

    /// How many of what is counted a coin is, where it is not coins.
    double takerUnit = 1;

    private final Clock clock;

    public FakeBitget(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer(
                MARKET + "contracts", request -> wrapped("[" + contracts(parameter(request, "productType")) + "]"));
        server.answer(
                MARKET + "candles",
                request -> candles(request, parameter(request, "kLineType").equals("MARK"), true));
        server.answer(MARKET + "history-candles", request -> candles(request, false, false));
        server.answer(MARKET + "history-mark-candles", request -> candles(request, true, false));
        server.answer(MARKET + "account-long-short", this::ratios);
        server.answer(MARKET + "taker-buy-sell", this::takerVolumes);
        server.answer(MARKET + "tickers", request -> wrapped(ticker(parameter(request, "productType"))));
        server.answer(MARKET + "history-fund-rate", this::funding);
        server.answer(MARKET + "query-position-lever", request -> wrapped("[]"));
    }

    Answer wrapped(String data) {
        return Answer.json("{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":" + clock.millis() + ",\"data\":"
                + data + "}");
    }

    static Answer fault(String code, String message) {
        return Answer.json(
                "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"requestTime\":1695796781616,\"data\":null}");
    }

    private static String contracts(String productType) {
        return switch (productType) {
            case "USDT-FUTURES" -> """
                {"symbol":"BTCUSDT","baseCoin":"BTC","quoteCoin":"USDT","symbolType":"perpetual","symbolStatus":"normal",\
                "takerFeeRate":"0.0006","launchTime":"","deliveryTime":""},\
                {"symbol":"NEWUSDT","baseCoin":"NEW","quoteCoin":"USDT","symbolType":"perpetual","symbolStatus":"listed"},\
                {"symbol":"odd!","baseCoin":"ODD","quoteCoin":"USDT","symbolType":"perpetual","symbolStatus":"normal"}""";
            case "USDC-FUTURES" -> """
                {"symbol":"BTCPERP","baseCoin":"BTC","quoteCoin":"USDC","symbolType":"perpetual","symbolStatus":"normal",\
                "takerFeeRate":"0.0006","launchTime":"1735689600000"}""";
            default -> """
                {"symbol":"BTCUSD","baseCoin":"BTC","quoteCoin":"USD","symbolType":"perpetual","symbolStatus":"normal",\
                "takerFeeRate":"0.0006","launchTime":null},\
                {"symbol":"BTCUSDZ26","baseCoin":"BTC","quoteCoin":"USD","symbolType":"delivery","symbolStatus":"normal"}""";
        };
    }

    private Answer candles(Request request, boolean mark, boolean openOneToo) {
        Interval interval = interval(parameter(request, "granularity"));
        Instant start = time(request, "startTime");
        Instant end = time(request, "endTime");
        if (Integer.parseInt(parameter(request, "limit")) > ROWS
                || Duration.between(start, end).compareTo(Duration.ofDays(90)) > 0) {
            return Answer.status(400);
        }
        Instant last = openOneToo ? clock.instant() : clock.instant().minus(interval.duration());
        List<String> rows = new ArrayList<>();
        for (Instant open = interval.ceiling(inclusive ? start : start.plusMillis(1));
                (inclusive ? !open.isAfter(end) : open.isBefore(end)) && !open.isAfter(last);
                open = open.plus(interval.duration())) {
            rows.add(candle(open, interval, mark));
        }
        return wrapped(
                rows.subList(Math.max(0, rows.size() - ROWS), rows.size()).toString());
    }

    private static String candle(Instant open, Interval interval, boolean mark) {
        Candle candle = mark ? KnownMarket.markCandle(open, interval) : KnownMarket.lastCandle(open, interval);
        double volume = mark ? 0 : KnownMarket.volume(open);
        return String.format(
                Locale.ROOT,
                "[\"%d\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"]",
                open.toEpochMilli(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                number(volume),
                number(volume * KnownMarket.vwap(open)));
    }

    private Answer ratios(Request request) {
        if (request.query().containsKey("productType")) {
            return Answer.status(400);
        }
        Interval period = Interval.parse(parameter(request, "period"));
        List<String> rows = new ArrayList<>();
        Instant at = period.floor(clock.instant()).minus(period.duration().multipliedBy(RATIOS - 1));
        for (; !at.isAfter(clock.instant()); at = at.plus(period.duration())) {
            rows.add("{\"longAccountRatio\":\"0.01\",\"shortAccountRatio\":\"0.12\",\"longShortAccountRatio\":\""
                    + KnownMarket.ratio(at, 1.5) + "\",\"ts\":\"" + at.toEpochMilli() + "\"}");
        }
        return wrapped(rows.toString());
    }

    private Answer takerVolumes(Request request) {
        if (request.query().containsKey("productType")) {
            return Answer.status(400);
        }
        Interval period = Interval.parse(parameter(request, "period"));
        List<String> rows = new ArrayList<>();
        Instant open = period.floor(clock.instant()).minus(period.duration().multipliedBy(RATIOS));
        for (int i = 0; i < RATIOS; i++) {
            double bought = KnownMarket.takerBuyVolume(open) * takerUnit;
            double sold = KnownMarket.volume(open) * takerUnit - bought;
            Instant end = open.plus(period.duration());
            rows.add("{\"buyVolume\":\"" + number(bought) + "\",\"sellVolume\":\"" + number(sold) + "\",\"ts\":\""
                    + (takerVolumesLabelledByEnd ? end : open).toEpochMilli() + "\"}");
            open = end;
        }
        return wrapped(rows.toString());
    }

    private Answer funding(Request request) {
        int size = Integer.parseInt(parameter(request, "pageSize"));
        int page = Integer.parseInt(parameter(request, "pageNo"));
        if (size > 100) {
            return Answer.status(400);
        }
        return wrapped(KnownMarket.fundingTimes(FIRST_FUNDING, clock.instant().plusMillis(1)).reversed().stream()
                .skip((long) size * (page - 1))
                .limit(size)
                .map(at ->
                        "{\"symbol\":\"any\",\"fundingRate\":\"0.0001\",\"fundingTime\":\"" + at.toEpochMilli() + "\"}")
                .toList()
                .toString());
    }

    private String ticker(String productType) {
        String symbol = switch (productType) {
            case "USDT-FUTURES" -> "BTCUSDT";
            case "USDC-FUTURES" -> "BTCPERP";
            default -> "BTCUSD";
        };
        return "[{\"symbol\":\"" + symbol + "\",\"holdingAmount\":\"" + open() + "\",\"markPrice\":\"50000\",\"ts\":\""
                + clock.millis() + "\"}]";
    }

    private String open() {
        return number(KnownMarket.openInterest(clock.instant()));
    }

    private static Interval interval(String granularity) {
        return Interval.parse(granularity.replace("utc", ""));
    }

    private static Instant time(Request request, String name) {
        return Instant.ofEpochMilli(Long.parseLong(parameter(request, name)));
    }

    private static String parameter(Request request, String name) {
        String value = request.query().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in " + request);
        }
        return value;
    }
}
