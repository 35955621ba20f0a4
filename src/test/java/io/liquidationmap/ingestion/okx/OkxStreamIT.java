package io.liquidationmap.ingestion.okx;

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

/// A contract is a hundredth of a bitcoin.
class OkxStreamIT extends LiquidationFeedContract {

    private static final Instrument BTC =
            new Instrument(InstrumentId.of("okx", "BTC-USDT-SWAP"), "BTC", "USDT", ContractType.LINEAR);
    private static final String REQUEST =
            "{\"op\":\"subscribe\",\"args\":[{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}]}";

    @Override
    protected LiquidationFeed feed(URI endpoint, Clock time) {
        return new OkxLiquidations(new ContractSizes(() -> Map.of(BTC, 0.01), time), endpoint);
    }

    @Override
    protected Instrument instrument() {
        return BTC;
    }

    @Override
    protected List<String> requests() {
        return List.of(REQUEST);
    }

    @Override
    protected @Nullable String answer(String message) {
        return message.equals("ping") ? "pong" : """
                {"event":"subscribe","arg":{"channel":"liquidation-orders","instType":"SWAP"},"connId":"a4d3ae55"}""";
    }

    @Override
    protected String refusal(String request) {
        return """
                {"event":"error","code":"60018","msg":"Wrong URL or channel:liquidation-orders","connId":"a4d3ae55"}""";
    }

    @Override
    protected String ping() {
        return "ping";
    }

    @Override
    protected String message(Side side) {
        String row = side == Side.LONG
                ? "{\"bkLoss\":\"0\",\"bkPx\":\"60000\",\"ccy\":\"\",\"posSide\":\"long\",\"side\":\"sell\",\"sz\":\"250\","
                        + "\"ts\":\"1772452800000\"}"
                : "{\"bkLoss\":\"0\",\"bkPx\":\"62000\",\"ccy\":\"\",\"posSide\":\"net\",\"side\":\"buy\",\"sz\":\"10.5\","
                        + "\"ts\":\"1772452800000\"}";
        return "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[{\"details\":[" + row
                + "],\"instFamily\":\"BTC-USDT\",\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"uly\":\"BTC-USDT\"}]}";
    }

    @Override
    protected Told told(Side side) {
        return side == Side.LONG ? new Told(60_000, 2.5, 150_000) : new Told(62_000, 0.105, 6_510);
    }

    @Override
    protected String impossible() {
        return message(Side.LONG).replace("\"250\"", "\"-250\"");
    }
}
