package io.liquidationmap.ingestion.okx;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The known market as OKX would tell of it: in contracts, neither end of a stretch included, rows newest first, the
/// newest of them where there are more than fit, and the period or candle that is still running among them.
public final class FakeOkx {

    /// Of the linear swaps, in coins.
    static final double LINEAR_CONTRACT = 0.01;

    /// Of the inverse swap, in US dollars.
    static final double INVERSE_CONTRACT = 100;

    private static final int KEPT = 1440;
    private static final Map<String, Interval> LENGTHS = Map.of(
            "5m",
            Interval.FIVE_MINUTES,
            "1H",
            Interval.ONE_HOUR,
            "2H",
            Interval.parse("2h"),
            "4H",
            Interval.parse("4h"),
            "12Hutc",
            Interval.parse("12h"),
            "1Dutc",
            Interval.ONE_DAY);

    private final Clock clock;

    public FakeOkx(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer("/api/v5/public/instruments", request -> instruments());
        server.answer("/api/v5/market/candles", request -> candles(request, true, 300));
        server.answer("/api/v5/market/history-candles", request -> candles(request, false, 300));
        server.answer("/api/v5/market/mark-price-candles", request -> markCandles(request, true));
        server.answer("/api/v5/market/history-mark-price-candles", request -> markCandles(request, false));
        server.answer("/api/v5/public/liquidation-orders", request -> wrapped());
        server.answer("/api/v5/public/position-tiers", request -> wrapped());
        server.answer("/api/v5/public/funding-rate-history", this::funding);
        server.answer("/api/v5/public/open-interest", request -> Answer.json("""
                        {"code":"0","msg":"","data":[
                          {"instId":"BTC-USDT-SWAP","oi":"3000000","oiCcy":"30000","oiUsd":"1500000000","ts":"1786363219524"},
                          {"instId":"BTC-USD-SWAP","oi":"5000000","oiCcy":"10000","oiUsd":"500000000","ts":"1786363219524"}]}"""));
        server.answer(
                "/api/v5/public/mark-price",
                request -> Answer.json(
                        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"markPx\":\"50000\",\"ts\":\"1786363219524\"}]}"));
        server.answer("/api/v5/rubik/stat/contracts/open-interest-history", this::openInterest);
        server.answer(
                "/api/v5/rubik/stat/contracts/long-short-account-ratio-contract", request -> ratios(request, 1.5));
        server.answer(
                "/api/v5/rubik/stat/contracts/long-short-account-ratio-contract-top-trader",
                request -> ratios(request, 1.25));
        server.answer(
                "/api/v5/rubik/stat/contracts/long-short-position-ratio-contract-top-trader",
                request -> ratios(request, 1.125));
        server.answer("/api/v5/rubik/stat/taker-volume-contract", this::takerVolume);
    }

    /// An answer as the venue wraps it.
    static Answer wrapped(String... rows) {
        return Answer.json("{\"code\":\"0\",\"msg\":\"\",\"data\":[" + String.join(",", rows) + "]}");
    }

    /// What the venue answers to what it does not like.
    static Answer fault(int code, String message) {
        return Answer.json("{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"data\":[]}");
    }

    private static Answer instruments() {
        return wrapped(
                instrument("BTC-USDT-SWAP", "BTC-USDT", "linear", "0.001", "10", "BTC", "USDT", "live"),
                instrument("BTC-USDC-SWAP", "BTC-USDC", "linear", "0.01", "1", "BTC", "USDC", "live"),
                instrument("BTC-USD-SWAP", "BTC-USD", "inverse", "100", "1", "USD", "BTC", "live"),
                instrument("BTC-EUR-SWAP", "BTC-EUR", "linear", "0.01", "1", "BTC", "EUR", "live"),
                instrument("NEW-USDT-SWAP", "NEW-USDT", "linear", "1", "1", "NEW", "USDT", "preopen"),
                instrument("BAD-USDT-SWAP", "BAD-USDT", "linear", "", "1", "BAD", "USDT", "live"),
                instrument("odd!", "odd", "linear", "1", "1", "odd", "USDT", "live"));
    }

    private static String instrument(
            String id,
            String family,
            String type,
            String value,
            String multiplier,
            String worth,
            String settlement,
            String state) {
        return "{\"instType\":\"SWAP\",\"instId\":\"" + id + "\",\"instFamily\":\"" + family + "\",\"uly\":\"" + family
                + "\",\"ctType\":\"" + type + "\",\"ctVal\":\"" + value + "\",\"ctMult\":\"" + multiplier
                + "\",\"ctValCcy\":\"" + worth + "\",\"settleCcy\":\"" + settlement
                + "\",\"baseCcy\":\"\",\"quoteCcy\":\"\",\"state\":\"" + state
                + "\",\"listTime\":\"1573557408000\",\"lever\":\"100\"}";
    }

    private Answer candles(Request request, boolean latest, int mostRows) {
        return newestFirst(request, "bar", "before", "after", latest, mostRows, at -> {
            Interval interval = length(request, "bar");
            double coins = KnownMarket.volume(at);
            double quote = coins * KnownMarket.vwap(at);
            double contracts = isInverse(request) ? quote / INVERSE_CONTRACT : coins / LINEAR_CONTRACT;
            return prices(at, KnownMarket.lastCandle(at, interval)) + ",\"" + number(contracts) + "\",\""
                    + number(coins) + "\",\"" + number(quote) + "\",\"" + confirm(at, interval) + "\"";
        });
    }

    private Answer markCandles(Request request, boolean latest) {
        return newestFirst(request, "bar", "before", "after", latest, 100, at -> {
            Interval interval = length(request, "bar");
            return prices(at, KnownMarket.markCandle(at, interval)) + ",\"" + confirm(at, interval) + "\"";
        });
    }

    private int confirm(Instant openTime, Interval interval) {
        return openTime.plus(interval.duration()).isAfter(clock.instant()) ? 0 : 1;
    }

    private static String prices(Instant at, Candle candle) {
        return "\"" + at.toEpochMilli() + "\",\"" + number(candle.open()) + "\",\"" + number(candle.high()) + "\",\""
                + number(candle.low()) + "\",\"" + number(candle.close()) + "\"";
    }

    private Answer openInterest(Request request) {
        return newestFirst(request, "period", "begin", "end", true, 100, at -> {
            Instant end = at.plus(length(request, "period").duration());
            double coins = KnownMarket.openInterest(end);
            double contracts =
                    isInverse(request) ? coins * KnownMarket.price(end) / INVERSE_CONTRACT : coins / LINEAR_CONTRACT;
            return "\"" + at.toEpochMilli() + "\",\"" + number(contracts) + "\",\"1\",\"1\"";
        });
    }

    private Answer ratios(Request request, double mean) {
        return newestFirst(request, "period", "begin", "end", true, 100, at -> {
            Instant end = at.plus(length(request, "period").duration());
            return "\"" + at.toEpochMilli() + "\",\"" + number(KnownMarket.ratio(end, mean)) + "\"";
        });
    }

    private Answer takerVolume(Request request) {
        if (!request.parameter("unit").equals("0")) {
            return fault(51000, "Parameter unit error");
        }
        return newestFirst(
                request,
                "period",
                "begin",
                "end",
                true,
                100,
                at -> "\"" + at.toEpochMilli() + "\",\""
                        + number(KnownMarket.volume(at) - KnownMarket.takerBuyVolume(at)) + "\",\""
                        + number(KnownMarket.takerBuyVolume(at)) + "\"");
    }

    private Answer funding(Request request) {
        Instant after = Instant.ofEpochMilli(Math.min(time(request, "after"), clock.millis() + 1));
        Instant kept = clock.instant().minus(Duration.ofDays(92));
        return rows(
                KnownMarket.fundingTimes(Instant.ofEpochMilli(time(request, "before") + 1), after).stream()
                        .filter(at -> !at.isBefore(kept))
                        .map(at -> "{\"instType\":\"SWAP\",\"instId\":\"" + request.parameter("instId")
                                + "\",\"fundingRate\":\"0.0009\",\"realizedRate\":\"0.0001\",\"fundingTime\":\""
                                + at.toEpochMilli() + "\"}")
                        .toList(),
                limit(request, 400));
    }

    /// Arrays for the moments between two parameters.
    ///
    /// @param latest whether only the latest 1,440 are kept
    private Answer newestFirst(
            Request request,
            String lengthName,
            String newerThan,
            String olderThan,
            boolean latest,
            int mostRows,
            Function<Instant, String> fields) {
        Interval length = length(request, lengthName);
        Instant running = length.floor(clock.instant());
        Instant first = length.ceiling(Instant.ofEpochMilli(time(request, newerThan) + 1));
        Instant oldest = running.minus(length.duration().multipliedBy(KEPT - 1));
        if (latest && first.isBefore(oldest)) {
            first = oldest;
        }
        List<String> rows = new ArrayList<>();
        for (Instant at = first;
                at.toEpochMilli() < time(request, olderThan) && !at.isAfter(running);
                at = at.plus(length.duration())) {
            rows.add("[" + fields.apply(at) + "]");
        }
        return rows(rows, limit(request, mostRows));
    }

    private static Answer rows(List<String> rows, int limit) {
        List<String> page = new ArrayList<>(rows.subList(Math.max(0, rows.size() - limit), rows.size()));
        Collections.reverse(page);
        return wrapped(page.toArray(String[]::new));
    }

    private static Interval length(Request request, String name) {
        return Objects.requireNonNull(LENGTHS.get(request.parameter(name)), request.toString());
    }

    private static boolean isInverse(Request request) {
        return request.parameter("instId").equals("BTC-USD-SWAP");
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

    /// Fifty contracts of a pair's swap are bought back every second.
    static Answer liquidations(Request request, Instant until) {
        long after = Math.min(time(request, "after"), until.toEpochMilli());
        String details = LongStream.range(0, limit(request, 100))
                .mapToObj(
                        i -> "{\"bkLoss\":\"0\",\"bkPx\":\"50000\",\"ccy\":\"\",\"posSide\":\"short\",\"side\":\"buy\","
                                + "\"sz\":\"50\",\"ts\":\"" + ((after - 1) / 1000 - i) * 1000 + "\",\"time\":0}")
                .collect(Collectors.joining(","));
        String family = request.parameter("instFamily");
        return Answer.json("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SWAP\",\"instFamily\":\"" + family
                + "\",\"instId\":\"" + family + "-SWAP\",\"uly\":\"" + family + "\",\"totalLoss\":\"0\",\"details\":["
                + details + "]}]}");
    }
}
