package io.liquidationmap.ingestion.deribit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liquidationmap.ingestion.stream.StreamMessage;
import io.liquidationmap.ingestion.stream.StreamMessage.Accepted;
import io.liquidationmap.ingestion.stream.StreamMessage.Events;
import io.liquidationmap.ingestion.stream.StreamMessage.Rejected;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeribitLiquidationsTest {

    private final DeribitLiquidations feed = new DeribitLiquidations(URI.create("wss://stream.test"));

    private static String trade(String symbol, String direction, double amount, String liquidation) {
        return """
                {"trade_seq":7,"trade_id":"48079270","timestamp":1780000000123,"tick_direction":2,"price":60000,
                 "mark_price":60010,"instrument_name":"%s","index_price":60005,"direction":"%s","amount":%s%s}""".formatted(symbol, direction, amount, liquidation);
    }

    private static String message(String... trades) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"trades.future.any.100ms\","
                + "\"data\":[" + String.join(",", trades) + "]}}";
    }

    /// What the taker did is said, the maker did the opposite; who was forced closed a position by that.
    @ParameterizedTest
    @CsvSource({"T, sell, LONG", "T, buy, SHORT", "M, sell, SHORT", "M, buy, LONG"})
    void forcedParty_closedByWhatItDid(String party, String direction, Side side) {
        assertThat(feed.read(message(trade("BTC-PERPETUAL", direction, 600, ",\"liquidation\":\"" + party + "\""))))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(
                                        Liquidation::side, Liquidation::usd, Liquidation::coins, Liquidation::venueId)
                                .containsExactly(tuple(side, 600.0, 0.01, "48079270" + party)));
    }

    @Test
    void tradeInWhichBothWereForced_isTwoLiquidations() {
        assertThat(feed.read(message(trade("BTC-PERPETUAL", "sell", 600, ",\"liquidation\":\"MT\""))))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(Liquidation::side, Liquidation::venueId)
                                .containsExactly(tuple(Side.SHORT, "48079270M"), tuple(Side.LONG, "48079270T")));
    }

    @Test
    void linearContract_isCountedInCoins() {
        assertThat(feed.read(message(trade("BTC_USDC-PERPETUAL", "sell", 0.5, ",\"liquidation\":\"T\""))))
                .isInstanceOfSatisfying(
                        Events.class,
                        message -> assertThat(message.events())
                                .extracting(Liquidation::coins, Liquidation::usd)
                                .containsExactly(tuple(0.5, 30_000.0)));
        assertThat(feed.carries(instrument("BTC_USDC-PERPETUAL", "USDC", ContractType.LINEAR)))
                .isTrue();
        assertThat(feed.carries(instrument("BTC-PERPETUAL", "USD", ContractType.INVERSE)))
                .isTrue();
        assertThat(feed.carries(instrument("BTC-PERPETUAL", "USDC", ContractType.LINEAR)))
                .isFalse();
    }

    @Test
    void otherTrades_areLeftOut() {
        assertThat(feed.read(message(
                        trade("BTC-PERPETUAL", "sell", 600, ""),
                        trade("BTC-PERPETUAL", "sell", 600, ",\"liquidation\":null"))))
                .isEqualTo(new Events(List.of(), List.of()));
    }

    @Test
    void partyThatDoesNotExist_isRefused_andCostsOnlyItself() {
        assertThat(feed.read(message(
                        trade("BTC-PERPETUAL", "sell", 600, ",\"liquidation\":\"X\""),
                        trade("BTC-PERPETUAL", "sold", 600, ",\"liquidation\":\"T\""),
                        trade("BTC-PERPETUAL", "sell", 600, ",\"liquidation\":\"T\""))))
                .isInstanceOfSatisfying(Events.class, message -> {
                    assertThat(message.events()).hasSize(1);
                    assertThat(message.refusals()).hasSize(2).first().asString().startsWith("no party of a trade: X");
                });
    }

    @Test
    void answers_areToldApart() {
        assertThat(feed.read("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"trades.future.any.100ms\"]}"))
                .isEqualTo(new Accepted("trades.future.any.100ms"));
        assertThat(feed.read("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[]}")).isInstanceOf(Rejected.class);
        assertThat(feed.read(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":10028,\"message\":\"too_many_requests\"}}"))
                .isEqualTo(new Rejected("trades.future.any.100ms", "too_many_requests"));
        assertThat(feed.read("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"version\":\"1.2.26\"}}"))
                .isEqualTo(StreamMessage.SIGN_OF_LIFE);
    }

    private static Instrument instrument(String symbol, String quote, ContractType contract) {
        return new Instrument(InstrumentId.of("deribit", symbol), "BTC", quote, contract);
    }
}
