package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// The page beside a market that goes on.
@PageTest
class LiveIT {

    private static final AtomicInteger COINS = new AtomicInteger();
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

    /// Every test has a coin of its own, whose market no other has taken further.
    private final String coin = "SOL" + COINS.incrementAndGet();

    private final String address = "/?symbol=" + coin;
    private final InstrumentId contract = InstrumentId.of("mine", coin + "USDT");

    private final SimulatedMarket market = SimulatedMarket.of(
            WorldParameters.draw(3).scaledTo(150, 1e9),
            3,
            PageWorld.NOW.minus(Duration.ofDays(DAYS)),
            Interval.ONE_HOUR);

    @BeforeEach
    void trade() {
        catalog.register(new KnownVenue(contract.venue(), false));
        catalog.register(new Instrument(contract, coin, "USDT", ContractType.LINEAR));
        history.write(
                contract,
                Interval.ONE_HOUR,
                Stream.generate(market::advance).limit(DAYS * 24L).toList());
    }

    @AfterEach
    void turnBack() {
        clock.set(PageWorld.NOW);
    }

    @Test
    void map_followsTheMarket() {
        Page page = visitor.open(address);
        assertThat(page.locator("#connection")).hasText("Live");
        assertThat(page.locator("#past output")).containsText("Aug 9, 2026, 1:00 AM");
        Bar next = market.advance();

        clock.set(LATER);
        history.write(contract, Interval.ONE_HOUR, List.of(next));

        assertThat(page.locator(".fact b").first())
                .hasText(American.price(next.price().close()));
        assertThat(page.locator("#past output")).containsText("Aug 9, 2026, 2:00 AM");
    }

    @Test
    void reading_goesOn_whileTheMarketDoes() {
        Page page = visitor.open(address);
        assertThat(page.locator("#connection")).hasText("Live");
        page.locator(".levels summary").click();
        page.locator(".command summary").click();
        Locator levels = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Price levels"));
        levels.focus();
        levels.press("PageUp");
        Api api = new Api(visitor.home());
        int read = Integer.parseInt(levels.getAttribute("aria-valuenow"));
        String map = "/api/liquidations?symbol=" + coin
                + "&range=30d&model=conserved&spanPct=20&buckets=200&groupBy=leverage";
        double middle =
                (api.number(map, "$.buckets[" + read + "].low") + api.number(map, "$.buckets[" + read + "].high")) / 2;
        Bar next = market.advance();

        clock.set(LATER);
        history.write(contract, Interval.ONE_HOUR, List.of(next));

        assertThat(page.locator("#past output")).containsText("2:00 AM");
        assertThat(page.locator(".fact b").first())
                .hasText(American.price(next.price().close()));
        assertThat(levels).isFocused();
        assertThat(page.locator(".card")).isVisible();
        assertThat(page.locator(".levels tbody tr")).hasCount(200);
        assertThat(page.locator(".command code")).isVisible();
        int kept = Integer.parseInt(levels.getAttribute("aria-valuenow"));
        assertThat(middle)
                .isBetween(
                        api.number(map, "$.buckets[" + kept + "].low"),
                        api.number(map, "$.buckets[" + kept + "].high"));
    }

    @Test
    void silence_isNoticed() {
        Page page = visitor.blank(1_440, 1_000, ColorScheme.DARK);
        page.clock().install();
        page.navigate(visitor.home() + address);
        assertThat(page.locator("#connection")).hasText("Live");
        assertThat(Visitor.settled(page).locator("[data-notice=stale]")).hasCount(0);

        clock.set(PageWorld.NOW.plus(Duration.ofDays(1)));
        page.clock().fastForward(60_000);

        assertThat(page.locator("[data-notice=stale]")).containsText("No new bars from mine " + contract.symbol());
    }

    @Test
    void whatIsShown_stays_whereNothingNewerCanBeHad() {
        visitor.tolerate("Failed to load resource");
        Page page = visitor.blank(1_440, 1_000, ColorScheme.DARK);
        page.clock().install();
        page.navigate(visitor.home() + address);
        assertThat(page.locator("#connection")).hasText("Live");
        Visitor.settled(page);
        page.route(
                "**/api/liquidations?**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\":\"store-down\",\"detail\":\"the database is away\"}")));

        page.clock().fastForward(60_000);

        assertThat(page.locator("#trouble")).containsText("the database is away");
        assertThat(page.locator(".fact b")).hasCount(4);
        page.unroute("**/api/liquidations?**");
        page.clock().fastForward(60_000);
        assertThat(page.locator("#trouble")).isHidden();
    }

    @Test
    void hiddenPage_letsGoOfTheStream_untilItIsLookedAtAgain() {
        Page page = visitor.open(address);
        assertThat(page.locator("#connection")).hasText("Live");

        hide(page, true);
        assertThat(page.locator("#connection")).hasText("Paused");
        Bar next = market.advance();
        clock.set(LATER);
        history.write(contract, Interval.ONE_HOUR, List.of(next));
        hide(page, false);

        assertThat(page.locator("#connection")).hasText("Live");
        assertThat(page.locator(".fact b").first())
                .hasText(American.price(next.price().close()));
    }

    private static void hide(Page page, boolean hidden) {
        page.evaluate("""
                hidden => {
                  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""", hidden);
    }

    @Test
    void liquidation_isShownAsItHappens() {
        Page page = visitor.open(address);
        assertThat(page.locator("#connection")).hasText("Live");

        clock.set(LATER);
        liquidations.append(
                List.of(Liquidation.ofCoins(contract, LATER.minusSeconds(1), Side.LONG, 150, 20)),
                List.of(new Coverage(contract, PageWorld.NOW, LATER, Completeness.COMPLETE)));

        assertThat(page.locator(".happening tbody tr")).containsText("mine " + contract.symbol());
        assertThat(page.locator(".happening tbody tr")).containsText(American.usd(3_000));
    }
}
