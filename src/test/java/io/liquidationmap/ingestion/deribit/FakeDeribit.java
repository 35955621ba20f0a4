package io.liquidationmap.ingestion.deribit;

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
import java.util.Objects;
import java.util.function.Function;

/// The known market as Deribit would tell of it: candles in columns, the running one among them, and no more than the
/// newest five thousand in an answer.
public final class FakeDeribit {

    private static final int CANDLES_PER_ANSWER = 5_000;
    private static final Map<String, Interval> RESOLUTIONS = Map.of(
            "1", Interval.ONE_MINUTE,
            "5", Interval.FIVE_MINUTES,
            "60", Interval.ONE_HOUR,
            "720", Interval.parse("12h"),
            "1D", Interval.ONE_DAY);

    /// What was traded of every contract, oldest first.
    final List<Trade> trades = new ArrayList<>();

    private final Clock clock;

    public FakeDeribit(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer("/public/get_instruments", request -> result("[" + INSTRUMENTS + "]"));
        server.answer("/public/ticker", this::ticker);
        server.answer("/public/get_book_summary_by_currency", this::summaries);
        server.answer("/public/get_tradingview_chart_data", this::chart);
        server.answer("/public/get_funding_rate_history", FakeDeribit::funding);
        server.answer("/public/get_last_trades_by_instrument_and_time", this::trades);
    }

    /// Two that are ingested, and others: a future, one in another currency, one that rests, one with an impossible name.
    private static final String INSTRUMENTS = """
            {"instrument_name":"BTC-PERPETUAL","kind":"future","settlement_period":"perpetual","instrument_type":"reversed",\
            "is_active":true,"base_currency":"BTC","quote_currency":"USD","settlement_currency":"BTC","max_leverage":50,\
            "creation_timestamp":1534242287000},\
            {"instrument_name":"BTC_USDC-PERPETUAL","kind":"future","settlement_period":"perpetual","instrument_type":"linear",\
            "is_active":true,"base_currency":"BTC","quote_currency":"USDC","settlement_currency":"USDC",\
            "creation_timestamp":1650620605000},\
            {"instrument_name":"BTC-25DEC26","settlement_period":"month","instrument_type":"reversed","is_active":true,\
            "base_currency":"BTC","quote_currency":"USD"},\
            {"instrument_name":"BTC_EURR-PERPETUAL","settlement_period":"perpetual","instrument_type":"linear",\
            "is_active":true,"base_currency":"BTC","quote_currency":"EURR"},\
            {"instrument_name":"OLD_USDC-PERPETUAL","settlement_period":"perpetual","instrument_type":"linear",\
            "is_active":false,"base_currency":"OLD","quote_currency":"USDC"},\
            {"instrument_name":"odd!_USDC-PERPETUAL","settlement_period":"perpetual","instrument_type":"linear",\
            "is_active":true,"base_currency":"ODD","quote_currency":"USDC"}""";

    static Answer result(String result) {
        return Answer.json("{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"usIn\":1,\"usOut\":2,\"usDiff\":1}");
    }

    private Answer summaries(Request request) {
        return switch (request.parameter("currency")) {
            case "BTC" ->
                result("[{\"instrument_name\":\"BTC-PERPETUAL\",\"quote_currency\":\"USD\",\"open_interest\":"
                        + open(true) + ",\"mark_price\":" + KnownMarket.price(clock.instant())
                        + ",\"creation_timestamp\":" + clock.millis() + "}]");
            case "USDC" ->
                result("[{\"instrument_name\":\"BTC_USDC-PERPETUAL\",\"quote_currency\":\"USDC\","
                        + "\"open_interest\":" + open(false) + ",\"mark_price\":50000.0,\"creation_timestamp\":"
                        + clock.millis() + "}]");
            default -> result("[]");
        };
    }

    private Answer ticker(Request request) {
        boolean inverse = request.parameter("instrument_name").equals("BTC-PERPETUAL");
        return result("{\"timestamp\":" + clock.millis() + ",\"state\":\"open\",\"mark_price\":"
                + KnownMarket.price(clock.instant()) + ",\"index_price\":50100.0,\"last_price\":50002.5,"
                + "\"open_interest\":" + open(inverse) + "}");
    }

    private String open(boolean inverse) {
        Instant now = clock.instant();
        return number(KnownMarket.openInterest(now) * (inverse ? KnownMarket.price(now) : 1));
    }

    private Answer chart(Request request) {
        Interval interval = Objects.requireNonNull(RESOLUTIONS.get(request.parameter("resolution")));
        Instant last = time(request, "end_timestamp");
        List<Instant> opens = new ArrayList<>();
        for (Instant open = interval.ceiling(time(request, "start_timestamp"));
                !open.isAfter(last) && !open.isAfter(clock.instant());
                open = open.plus(interval.duration())) {
            opens.add(open);
        }
        List<Instant> given = opens.subList(Math.max(0, opens.size() - CANDLES_PER_ANSWER), opens.size());
        return given.isEmpty()
                ? result("{\"status\":\"no_data\",\"ticks\":[],\"open\":[]}")
                : result("{\"status\":\"ok\",\"ticks\":" + column(given, Instant::toEpochMilli)
                        + ",\"open\":" + prices(given, interval, Candle::open)
                        + ",\"high\":" + prices(given, interval, Candle::high)
                        + ",\"low\":" + prices(given, interval, Candle::low)
                        + ",\"close\":" + prices(given, interval, Candle::close)
                        + ",\"volume\":" + column(given, KnownMarket::volume)
                        + ",\"cost\":"
                        + column(given, open -> number(KnownMarket.volume(open) * KnownMarket.vwap(open))) + "}");
    }

    private static String prices(List<Instant> opens, Interval interval, Function<Candle, Double> price) {
        return column(opens, open -> price.apply(KnownMarket.lastCandle(open, interval)));
    }

    private static String column(List<Instant> opens, Function<Instant, Object> value) {
        return opens.stream().map(value).toList().toString();
    }

    /// The oldest of a stretch of the last day; of what is older nothing is told, nor that.
    private Answer trades(Request request) {
        Instant from = time(request, "start_timestamp");
        Instant last = time(request, "end_timestamp");
        int count = Integer.parseInt(request.parameter("count"));
        if (count > 1_000 || !request.parameter("sorting").equals("asc")) {
            return Answer.status(400);
        }
        List<String> rows = trades.stream()
                .filter(trade -> !trade.time().isBefore(from) && !trade.time().isAfter(last))
                .filter(trade -> !from.isBefore(clock.instant().minus(Duration.ofDays(1))))
                .map(trade -> trade.json(request.parameter("instrument_name")))
                .toList();
        List<String> page = rows.subList(0, Math.min(count, rows.size()));
        return result("{\"trades\":" + page + ",\"has_more\":" + (page.size() < rows.size()) + "}");
    }

    /// A trade of ten.
    ///
    /// @param direction of the taker
    /// @param liquidation who was forced; empty for nobody
    record Trade(String id, Instant time, String direction, String liquidation) {
        String json(String symbol) {
            return "{\"trade_id\":\"" + id + "\",\"trade_seq\":1,\"instrument_name\":\"" + symbol + "\",\"timestamp\":"
                    + time.toEpochMilli() + ",\"direction\":\"" + direction + "\",\"price\":50000.0,\"amount\":10.0"
                    + (liquidation.isEmpty() ? "" : ",\"liquidation\":\"" + liquidation + "\"") + "}";
        }
    }

    private static Answer funding(Request request) {
        Instant from = time(request, "start_timestamp");
        Instant last = time(request, "end_timestamp");
        if (Duration.between(from, last).compareTo(Duration.ofDays(31)) > 0) {
            return Answer.status(400);
        }
        return result(KnownMarket.fundingTimes(from, last.plusMillis(1)).stream()
                .map(at -> "{\"timestamp\":" + at.toEpochMilli()
                        + ",\"interest_1h\":1.0E-4,\"interest_8h\":7.5E-4,\"index_price\":1,\"prev_index_price\":1}")
                .toList()
                .toString());
    }

    private static Instant time(Request request, String name) {
        return Instant.ofEpochMilli(Long.parseLong(request.parameter(name)));
    }
}
