package io.liquidationmap.ingestion.gate;

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

/// The known market as Gate would tell of it: linear contracts of a ten-thousandth of a coin, inverse ones of a dollar,
/// and nothing of what is too long ago.
public final class FakeGate {

    /// Coins per period.
    public static final double LONG_LIQUIDATIONS = 3;
    /// Coins per period.
    public static final double SHORT_LIQUIDATIONS = 2;

    private static final double MULTIPLIER = 0.0001;
    private static final Duration KEPT = Duration.ofDays(180);

    boolean labelledByBeginning = true;
    private final Clock clock;

    public FakeGate(FakeVenueServer server, Clock clock) {
        this.clock = clock;
        server.answer("/futures/usdt/contracts", request -> Answer.json("[" + LINEAR + "," + ODD_LINEAR + "]"));
        server.answer("/futures/usdt/contracts/BTC_USDT", request -> Answer.json(LINEAR));
        server.answer("/futures/btc/contracts", request -> Answer.json("[" + INVERSE + "," + QUANTO + "]"));
        server.answer("/futures/btc/contracts/BTC_USD", request -> Answer.json(INVERSE));
        for (String settle : List.of("usdt", "btc")) {
            String path = "/futures/" + settle;
            server.answer(path + "/risk_limit_tiers", request -> Answer.json("[]"));
            server.answer(path + "/candlesticks", this::candles);
            server.answer(path + "/contract_stats", this::statistics);
            server.answer(path + "/funding_rate", this::funding);
        }
    }

    private static final String LINEAR = """
            {"name":"BTC_USDT","type":"direct","quanto_multiplier":"0.0001","mark_price":"50720","in_delisting":false,\
            "status":"trading","taker_fee_rate":"0.00075","position_size":"900720000","launch_time":1574035200}""";

    private static final String INVERSE = """
            {"name":"BTC_USD","type":"inverse","quanto_multiplier":"0","mark_price":"50000","in_delisting":false,\
            "taker_fee_rate":"0.0005","position_size":4500000,"launch_time":0}""";

    private static final String QUANTO = """
            {"name":"ETH_USD","type":"direct","quanto_multiplier":"0.000001","in_delisting":false,"status":"trading"}""";

    private static final String ODD_LINEAR = """
            {"name":"OLD_USDT","type":"direct","quanto_multiplier":"1","in_delisting":true,"status":"delisting"},\
            {"name":"NEW_USDT","type":"direct","quanto_multiplier":"1","in_delisting":false,"status":"prelaunch"},\
            {"name":"NOTHING_USDT","type":"direct","quanto_multiplier":"0"},\
            {"name":"odd!_USDT","type":"direct","quanto_multiplier":"1"},\
            {"name":"BTCUSDT","type":"direct","quanto_multiplier":"1"}""";

    private Answer candles(Request request) {
        String contract = parameter(request, "contract");
        boolean mark = contract.startsWith("mark_");
        Interval interval = Interval.parse(parameter(request, "interval"));
        Instant from = time(request, "from");
        Instant to = time(request, "to");
        boolean tooOld = from.isBefore(clock.instant().minus(interval.duration().multipliedBy(10_000)));
        if (tooOld || Duration.between(from, to).dividedBy(interval.duration()) >= 2000) {
            return refused();
        }
        List<String> rows = new ArrayList<>();
        for (Instant open = interval.ceiling(from); !open.isAfter(earlier(to)); open = open.plus(interval.duration())) {
            rows.add(mark ? row(open, KnownMarket.markCandle(open, interval), "") : trades(open, interval, contract));
        }
        return Answer.json(rows.toString());
    }

    private static String trades(Instant open, Interval interval, String contract) {
        Candle candle = KnownMarket.lastCandle(open, interval);
        double contracts = contracts(contract, KnownMarket.volume(open), typicalPrice(candle));
        double turnover = KnownMarket.volume(open) * KnownMarket.vwap(open);
        return row(open, candle, "\"v\":" + number(contracts) + ",\"sum\":\"" + number(turnover) + "\",");
    }

    private static String row(Instant open, Candle candle, String rest) {
        return String.format(
                "{\"t\":%d,%s\"o\":\"%s\",\"h\":\"%s\",\"l\":\"%s\",\"c\":\"%s\"}",
                open.getEpochSecond(), rest, candle.open(), candle.high(), candle.low(), candle.close());
    }

    private Answer statistics(Request request) {
        Interval interval = Interval.parse(parameter(request, "interval"));
        Instant from = time(request, "from");
        int limit = Integer.parseInt(parameter(request, "limit"));
        if (from.isBefore(clock.instant().minus(KEPT)) || limit > 2000) {
            return refused();
        }
        List<String> rows = new ArrayList<>();
        Instant label = interval.ceiling(from);
        while (rows.size() < limit && !label.isAfter(clock.instant())) {
            rows.add(statisticsRow(label, interval, parameter(request, "contract")));
            label = label.plus(interval.duration());
        }
        return Answer.json(rows.toString());
    }

    private String statisticsRow(Instant label, Interval interval, String contract) {
        Instant end = labelledByBeginning ? label.plus(interval.duration()) : label;
        Instant open = end.minus(interval.duration());
        double price = KnownMarket.price(end);
        double tradePrice = typicalPrice(KnownMarket.lastCandle(open, interval));
        return "{\"time\":" + label.getEpochSecond()
                + ",\"lsr_taker\":9.5,\"lsr_account\":" + KnownMarket.ratio(end, 1.5)
                + ",\"top_lsr_account\":" + KnownMarket.ratio(end, 1.25)
                + ",\"top_lsr_size\":\"" + KnownMarket.ratio(end, 1.125) + "\""
                + ",\"long_liq_usd\":77,\"short_liq_usd\":78"
                + ",\"long_liq_size\":\"" + number(contracts(contract, LONG_LIQUIDATIONS, price)) + "\""
                + ",\"short_liq_size\":" + number(contracts(contract, SHORT_LIQUIDATIONS, price))
                + ",\"long_taker_size\":\"" + number(contracts(contract, KnownMarket.takerBuyVolume(open), tradePrice))
                + "\",\"open_interest\":\"" + number(contracts(contract, KnownMarket.openInterest(end), price))
                + "\",\"mark_price\":" + price + "}";
    }

    private Answer funding(Request request) {
        Instant from = time(request, "from");
        if (from.isBefore(clock.instant().minus(KEPT)) || Integer.parseInt(parameter(request, "limit")) > 1000) {
            return refused();
        }
        return Answer.json(KnownMarket.fundingTimes(from, time(request, "to").plusSeconds(1)).reversed().stream()
                .map(at -> "{\"t\":" + (at.getEpochSecond() + 3) + ",\"r\":\"0.0001\"}")
                .toList()
                .toString());
    }

    private static double contracts(String contract, double coins, double price) {
        return contract.endsWith("_USD") ? coins * price : coins / MULTIPLIER;
    }

    private static double typicalPrice(Candle candle) {
        return Math.cbrt(candle.low() * candle.high() * candle.close());
    }

    private static Answer refused() {
        return Answer.status(400);
    }

    private Instant earlier(Instant to) {
        return to.isBefore(clock.instant()) ? to : clock.instant();
    }

    private static Instant time(Request request, String name) {
        return Instant.ofEpochSecond(Long.parseLong(parameter(request, name)));
    }

    private static String parameter(Request request, String name) {
        String value = request.query().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in " + request);
        }
        return value;
    }
}
