package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.stream.ContractSizes;
import io.liquidationmap.ingestion.stream.LiquidationFeed;
import io.liquidationmap.ingestion.stream.LiquidationFeedContract;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A contract is a ten-thousandth of a bitcoin.
class GateStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("gate", "BTC_USDT"), "BTC", "USDT", ContractType.LINEAR);

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return new GateLiquidations("usdt", new ContractSizes(() -> Map.of(BTC, 0.0001), time), endpoint, time);
    }

    @Override
    protected Instrument instrument() {
        return BTC;
    }

    @Override
    protected List<String> requests() {
        return List.of(request(NOON.getEpochSecond()));
    }

    private static String request(long second) {
        return "{\"time\":" + second
                + ",\"channel\":\"futures.public_liquidates\",\"event\":\"subscribe\",\"payload\":[\"!all\"]}";
    }

    @Override
    protected @Nullable String answer(String message) {
        return """
                {"time":1772452800,"time_ms":1772452800120,"channel":"futures.public_liquidates","event":"subscribe",
                 "payload":["!all"],"result":{"status":"success"}}""";
    }

    @Override
    protected String refusal(String request) {
        return """
                {"time":1772452800,"time_ms":1772452800120,"channel":"futures.public_liquidates","event":"subscribe",
                 "error":{"code":2,"message":"unknown currency pair: !all"},"result":null}""";
    }

    /// Frames.
    @Override
    protected @Nullable String ping() {
        return null;
    }

    @Override
    protected String message(Side side) {
        String row = side == Side.LONG ? "\"price\":60000,\"size\":-25000" : "\"price\":62000.5,\"size\":1000";
        return """
                {"channel":"futures.public_liquidates","event":"update","time":1772452801,"time_ms":1772452801123,
                 "result":[{%s,"time_ms":1772452800000,"contract":"BTC_USDT"}]}""".formatted(row);
    }

    @Override
    protected Told told(Side side) {
        return side == Side.LONG ? new Told(60_000, 2.5, 150_000) : new Told(62_000.5, 0.1, 6_200.05);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("60000", "0");
    }
}
