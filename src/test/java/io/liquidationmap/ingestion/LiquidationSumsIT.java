package io.liquidationmap.ingestion;

import static io.liquidationmap.ingestion.FakeSource.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class LiquidationSumsIT {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    BarHistory history;

    @Autowired
    LiquidationLog log;

    @Autowired
    SettableClock clock;

    @Test
    void run_completesTheBarsOfEveryLength_andComesAgainAfterTheNextBar() {
        catalog.register(new KnownVenue(BTC.venue(), false));
        catalog.register(BTC);
        history.write(
                BTC.id(),
                Interval.FIVE_MINUTES,
                IntStream.range(0, 24)
                        .mapToObj(i -> FakeSource.bar(NOON.plus(Duration.ofMinutes(5L * i))))
                        .toList());
        history.write(BTC.id(), Interval.ONE_HOUR, List.of(FakeSource.bar(NOON)));
        log.append(
                List.of(
                        Liquidation.ofCoins(BTC.id(), NOON.plusSeconds(299), Side.LONG, 100, 1),
                        Liquidation.ofCoins(BTC.id(), NOON.plusSeconds(3599), Side.LONG, 100, 2)),
                List.of(new Coverage(BTC.id(), NOON, NOON.plusSeconds(3600), Completeness.THROTTLED)));
        clock.set(NOON.plus(Duration.ofHours(2)).plusSeconds(31));
        LiquidationSums sums =
                new LiquidationSums(log, history, new IngestionWorld("2026-03-02T12:00:00Z").properties, clock);

        assertThat(sums.run(new FakeSource(clock), BTC))
                .contains(NOON.plus(Duration.ofHours(2)).plusSeconds(330));

        BarSeries minutes = history.read(BTC.id(), Interval.FIVE_MINUTES, NOON, NOON.plusSeconds(7200));
        assertThat(minutes.liquidatedLongUsd(0)).isEqualTo(100);
        assertThat(minutes.liquidatedLongUsd(1)).isZero();
        assertThat(minutes.liquidatedLongUsd(11)).isEqualTo(200);
        assertThat(minutes.liquidatedLongUsd(12)).isNaN();
        assertThat(history.read(BTC.id(), Interval.ONE_HOUR, NOON, NOON.plusSeconds(3600))
                        .liquidatedLongUsd(0))
                .isEqualTo(300);
    }
}
