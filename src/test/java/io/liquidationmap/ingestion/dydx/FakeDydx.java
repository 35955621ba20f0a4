package io.liquidationmap.ingestion.dydx;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The known market as the indexer of dYdX would tell of it: the newest rows first and only so many of them, the running
/// candle among them, each with the open interest at its beginning.
public final class FakeDydx {

    private static final Map<String, Interval> RESOLUTIONS = Map.of(
            "1MIN", Interval.ONE_MINUTE,
            "5MINS", Interval.FIVE_MINUTES,
            "1HOUR", Interval.ONE_HOUR,
            "4HOURS", Interval.parse("4h"),
            "1DAY", Interval.ONE_DAY);

    /// How many rows an answer holds.
    int rowsPerAnswer = 1_000;

    /// Whether the candle that runs has had its first block.
    boolean runningCandle = true;

    /// What was traded.
    final List<Trade> trades = new ArrayList<>();

    private final Clock clock;

    public FakeDydx(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer("/perpetualMarkets", request -> Answer.json("{\"markets\":{" + MARKETS + "}}"));
        server.answer("/candles/perpetualMarkets/BTC-USD", this::candles);
        server.answer("/historicalFunding/BTC-USD", this::funding);
        server.answer("/trades/perpetualMarket/BTC-USD", this::trades);
    }

    private static final String MARKETS = """
            "BTC-USD":{"clobPairId":"0","ticker":"BTC-USD","status":"ACTIVE","oraclePrice":"89919.2",\
            "initialMarginFraction":"0.02","maintenanceMarginFraction":"0.012","openInterest":"381.7348",\
            "marketType":"CROSS","baseOpenInterest":"782.0931"},\
            "ETH-USD":{"ticker":"ETH-USD","status":"PAUSED","openInterest":"5"},\
            "SOL-USD":{"ticker":"SOL-USD","status":"FINAL_SETTLEMENT"},\
            "PEPE,RAYDIUM,HJGTKE-USD":{"ticker":"PEPE,RAYDIUM,HJGTKE-USD","status":"ACTIVE"},\
            "odd!-USD":{"ticker":"odd!-USD","status":"ACTIVE"}""";

    private Answer candles(Request request) {
        Interval interval = Objects.requireNonNull(RESOLUTIONS.get(request.parameter("resolution")));
        Instant from = Instant.parse(request.parameter("fromISO"));
        Instant before = Instant.parse(request.parameter("toISO"));
        int limit = Integer.parseInt(request.parameter("limit"));
        if (limit > 1000) {
            return Answer.status(400);
        }
        List<String> rows = new ArrayList<>();
        Instant running = interval.floor(clock.instant());
        Instant begun = runningCandle ? running.plusMillis(1) : running;
        Instant end = before.isBefore(begun) ? before : begun;
        Instant open = interval.floor(end.minusMillis(1));
        while (rows.size() < Math.min(limit, rowsPerAnswer) && !open.isBefore(from)) {
            rows.add(candle(open, interval));
            open = open.minus(interval.duration());
        }
        return Answer.json("{\"candles\":" + rows + "}");
    }

    private Answer trades(Request request) {
        Instant last = Instant.parse(request.parameter("createdBeforeOrAt"));
        int limit = Integer.parseInt(request.parameter("limit"));
        if (limit > 1000) {
            return Answer.status(400);
        }
        return Answer.json("{\"trades\":"
                + trades.stream()
                        .filter(trade -> !trade.time().isAfter(last))
                        .sorted(Comparator.comparing(Trade::time).reversed())
                        .limit(limit)
                        .map(Trade::json)
                        .toList()
                + "}");
    }

    /// A trade of half a coin.
    record Trade(String id, Instant time, String side, String type) {
        String json() {
            return "{\"id\":\"" + id + "\",\"side\":\"" + side + "\",\"size\":\"0.5\",\"price\":\"50000\",\"type\":\""
                    + type + "\",\"createdAt\":\"" + time + "\",\"createdAtHeight\":\"1\"}";
        }
    }

    private static String candle(Instant open, Interval interval) {
        Candle candle = KnownMarket.lastCandle(open, interval);
        double volume = KnownMarket.volume(open);
        return String.format(
                "{\"startedAt\":\"%s\",\"ticker\":\"BTC-USD\",\"resolution\":\"any\",\"low\":\"%s\",\"high\":\"%s\",\"open\":\"%s\","
                        + "\"close\":\"%s\",\"baseTokenVolume\":\"%s\",\"usdVolume\":\"%s\",\"trades\":49,"
                        + "\"startingOpenInterest\":\"%s\",\"orderbookMidPriceOpen\":null}",
                open,
                candle.low(),
                candle.high(),
                candle.open(),
                candle.close(),
                number(volume),
                number(volume * KnownMarket.vwap(open)),
                KnownMarket.openInterest(open));
    }

    private Answer funding(Request request) {
        Instant last = Instant.parse(request.parameter("effectiveBeforeOrAt"));
        int limit = Math.min(Integer.parseInt(request.parameter("limit")), rowsPerAnswer);
        return Answer.json("{\"historicalFunding\":"
                + KnownMarket.fundingTimes(Instant.parse("2026-01-01T00:00:00Z"), last.plusMillis(1))
                        .reversed()
                        .stream()
                        .limit(limit)
                        .map(at -> "{\"ticker\":\"BTC-USD\",\"rate\":\"0.0001\",\"price\":\"50000\",\"effectiveAt\":\""
                                + at + "\"}")
                        .toList()
                + "}");
    }
}
