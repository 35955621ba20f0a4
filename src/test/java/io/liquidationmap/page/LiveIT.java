package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// The page beside a market that goes on.
@PageTest
class LiveIT {

    private static final InstrumentId SOLANA = InstrumentId.of("mine", "SOLUSDT");
    private static final int DAYS = 45;
    private static final Instant LATER = PageWorld.NOW.plus(Duration.ofHours(1));

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    BarHistory history;

    @Autowired
    LiquidationLog liquidations;

    @Autowired
    SettableClock clock;

    private final SimulatedMarket market = SimulatedMarket.of(
            WorldParameters.draw(3).scaledTo(150, 1e9),
            3,
            PageWorld.NOW.minus(Duration.ofDays(DAYS)),
            Interval.ONE_HOUR);

    @BeforeEach
    void trade() {
        catalog.register(new KnownVenue(SOLANA.venue(), false));
        catalog.register(new Instrument(SOLANA, "SOL", "USDT", ContractType.LINEAR));
        history.write(
                SOLANA,
                Interval.ONE_HOUR,
                Stream.generate(market::advance).limit(DAYS * 24L).toList());
    }

    @AfterEach
    void turnBack() {
        clock.set(PageWorld.NOW);
    }

    @Test
    void map_followsTheMarket() {
        Page page = visitor.open("/?symbol=SOL");
        assertThat(page.locator("#connection")).hasText("Live");
        assertThat(page.locator("#past output")).containsText("Aug 9, 2026, 1:00 AM");
        Bar next = market.advance();

        clock.set(LATER);
        history.write(SOLANA, Interval.ONE_HOUR, List.of(next));

        assertThat(page.locator(".fact b").first())
                .hasText(American.price(next.price().close()));
        assertThat(page.locator("#past output")).containsText("Aug 9, 2026, 2:00 AM");
    }

    @Test
    void liquidation_isShownAsItHappens() {
        Page page = visitor.open("/?symbol=SOL");
        assertThat(page.locator("#connection")).hasText("Live");

        clock.set(LATER);
        liquidations.append(
                List.of(Liquidation.ofCoins(SOLANA, LATER.minusSeconds(1), Side.LONG, 150, 20)),
                List.of(new Coverage(SOLANA, PageWorld.NOW, LATER, Completeness.COMPLETE)));

        assertThat(page.locator(".happening tbody tr")).containsText("mine SOLUSDT");
        assertThat(page.locator(".happening tbody tr")).containsText(American.usd(3_000));
    }
}
