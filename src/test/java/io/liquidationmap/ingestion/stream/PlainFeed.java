package io.liquidationmap.ingestion.stream;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A venue that speaks in words: `sub BTC` is answered by `ok BTC` or `no BTC`, liquidations are
/// `event SYMBOL TIME SIDE PRICE COINS`, several with `;` between.
final class PlainFeed implements LiquidationFeed {

    static final Venue VENUE = new Venue("plain");
    static final Instrument BTC = instrument("BTC");
    static final Instrument ETH = instrument("ETH");

    private final URI endpoint;
    private final int instrumentsPerConnection;

    PlainFeed(URI endpoint) {
        this(endpoint, Integer.MAX_VALUE);
    }

    PlainFeed(URI endpoint, int instrumentsPerConnection) {
        this.endpoint = endpoint;
        this.instrumentsPerConnection = instrumentsPerConnection;
    }

    static Instrument instrument(String base) {
        return new Instrument(new InstrumentId(VENUE, base), base, "USDT", ContractType.LINEAR);
    }

    /// What the venue says when `coins` at 100 are liquidated.
    static String event(Instrument instrument, Instant time, Side side, double coins) {
        return "event " + instrument.symbol() + " " + time + " " + side + " 100 " + coins;
    }

    @Override
    public Venue venue() {
        return VENUE;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Completeness completeness() {
        return Completeness.COMPLETE;
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public boolean carries(Instrument instrument) {
        return instrument.contract() == ContractType.LINEAR;
    }

    @Override
    public int instrumentsPerConnection() {
        return instrumentsPerConnection;
    }

    @Override
    public List<Subscription> subscriptions(List<Instrument> instruments) {
        return instruments.stream()
                .map(each -> new Subscription(each.symbol(), "sub " + each.symbol(), Set.of(each.id())))
                .toList();
    }

    @Override
    public Heartbeat heartbeat() {
        return new Heartbeat("ping", Duration.ofSeconds(20), Duration.ofSeconds(50));
    }

    @Override
    public StreamMessage read(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "ok" -> new StreamMessage.Accepted(words[1]);
            case "no" -> new StreamMessage.Rejected(words[1], text);
            case "event" -> StreamMessage.events(Arrays.asList(text.split(";", -1)), PlainFeed::liquidation);
            case "pong" -> StreamMessage.SIGN_OF_LIFE;
            default -> throw new IllegalArgumentException("no such word");
        };
    }

    private static Liquidation liquidation(String event) {
        String[] words = event.split(" ", -1);
        return Liquidation.ofCoins(
                new InstrumentId(VENUE, words[1]),
                Instant.parse(words[2]),
                Side.valueOf(words[3]),
                Double.parseDouble(words[4]),
                Double.parseDouble(words[5]));
    }
}
