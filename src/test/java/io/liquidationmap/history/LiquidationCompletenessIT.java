package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.testing.PostgresTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class LiquidationCompletenessIT {

    private static final InstrumentId BITCOIN = InstrumentId.of("binance", "BTCUSDT");
    private static final InstrumentId ETHER = InstrumentId.of("binance", "ETHUSDT");
    private static final InstrumentId UNREGISTERED = InstrumentId.of("binance", "NONE");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    LiquidationCompleteness completeness;

    @Autowired
    LiquidationLog log;

    @BeforeEach
    void register() {
        catalog.register(new KnownVenue(BITCOIN.venue(), false));
        catalog.register(new Instrument(BITCOIN, "BTC", "USDT", ContractType.LINEAR));
        catalog.register(new Instrument(ETHER, "ETH", "USDT", ContractType.LINEAR));
    }

    @Test
    void completeness_isUnknown_untilItIsDeclared() {
        assertThat(at(0, 60)).isEmpty();

        completeness.declare(BITCOIN, Completeness.COMPLETE);

        assertThat(at(0, 60)).contains(Completeness.COMPLETE);
        assertThat(completeness.of(ETHER, NOON, NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void completeness_isThatOfTheFeed_whereItWasHeard() {
        listen(60, 120, Completeness.COMPLETE);
        listen(120, 180, Completeness.THROTTLED);

        assertThat(at(0, 60)).isEmpty();
        assertThat(at(0, 61)).contains(Completeness.COMPLETE);
        assertThat(at(60, 120)).contains(Completeness.COMPLETE);
        assertThat(at(60, 121)).contains(Completeness.THROTTLED);
        assertThat(at(180, 240)).isEmpty();
    }

    @Test
    void completeness_isTheLowest_ofWhatWasDeclaredAndHeard() {
        completeness.declare(BITCOIN, Completeness.COMPLETE);
        listen(60, 120, Completeness.THROTTLED);

        assertThat(at(0, 60)).contains(Completeness.COMPLETE);
        assertThat(at(0, 120)).contains(Completeness.THROTTLED);

        completeness.declare(ETHER, Completeness.THROTTLED);
        log.append(List.of(), List.of(new Coverage(ETHER, NOON, NOON.plusSeconds(60), Completeness.COMPLETE)));

        assertThat(completeness.of(ETHER, NOON, NOON.plusSeconds(60))).contains(Completeness.THROTTLED);
    }

    @Test
    void declaration_ofNothing_orOfWhatIsNotRegistered_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> completeness.declare(BITCOIN, Completeness.NONE))
                .withMessage("bars without figures of liquidations need no declaration");
        assertThatIllegalStateException()
                .isThrownBy(() -> completeness.declare(UNREGISTERED, Completeness.COMPLETE))
                .withMessage("instrument binance:NONE is not registered");
        assertThatIllegalStateException()
                .isThrownBy(() -> completeness.of(UNREGISTERED, NOON, NOON.plusSeconds(60)))
                .withMessage("instrument binance:NONE is not registered");
    }

    private Optional<Completeness> at(int fromSeconds, int toSeconds) {
        return completeness.of(BITCOIN, NOON.plusSeconds(fromSeconds), NOON.plusSeconds(toSeconds));
    }

    private void listen(int fromSeconds, int toSeconds, Completeness told) {
        log.append(
                List.of(),
                List.of(new Coverage(BITCOIN, NOON.plusSeconds(fromSeconds), NOON.plusSeconds(toSeconds), told)));
    }
}
