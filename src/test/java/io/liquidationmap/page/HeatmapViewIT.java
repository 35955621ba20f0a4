package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// The map over time on the page.
@PageTest
class HeatmapViewIT {

    private static final String USUAL = "/api/liquidations/heatmap?symbol=%s&range=7d&model=conserved&spanPct=20";

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Autowired
    PageWorld.Filling world;

    @Autowired
    LiquidationLog log;

    @BeforeEach
    void trade() {
        world.fill();
    }

    @Test
    void arrowKeys_readTheHeaviestLevelsOfEachTime() {
        Page page = visitor.open("/?view=heatmap&range=7d");
        Api api = new Api(visitor.home());
        Locator times = times(page);
        times.focus();
        times.press("End");

        int last = Integer.parseInt(times.getAttribute("aria-valuenow"));
        assertThat(last + 1).isEqualTo(api.count(USUAL.formatted("BTC"), "$.times"));
        assertThat(American.plain(times.getAttribute("aria-valuetext")))
                .startsWith("Aug 9, 2026, 1:00 AM: price "
                        + American.price(api.number(USUAL.formatted("BTC"), "$.times[-1].close")))
                .contains(
                        "most shorts at " + heaviest("BTC", last, "short"),
                        "most longs at " + heaviest("BTC", last, "long"));
    }

    @Test
    void pointer_readsTheCellItIsOn() {
        Page page = visitor.open("/?view=heatmap&range=7d&symbol=ETH");
        BoundingBox plot = times(page).boundingBox();

        page.mouse().move(plot.x + plot.width / 2, plot.y + plot.height * 0.2);

        Locator card = page.locator(".card .sentence");
        card.waitFor();
        String text = American.plain(card.textContent());
        int time = Integer.parseInt(times(page).getAttribute("aria-valuenow"));
        List<Map<String, Object>> cells =
                new Api(visitor.home()).objects(USUAL.formatted("ETH"), "$.cells[?(@.timeIndex==" + time + ")]");
        List<Map<String, Object>> prices = new Api(visitor.home()).objects(USUAL.formatted("ETH"), "$.prices");
        assertThat(cells).anySatisfy(cell -> {
            Map<String, Object> price = prices.get((int) number(cell, "priceIndex"));
            assertThat(text)
                    .isEqualTo(American.price(number(price, "low")) + " – "
                            + American.price(number(price, "high")) + ": "
                            + American.usd(number(cell, "usd")) + " of " + cell.get("side") + "s");
        });
    }

    @Test
    void everyTime_isInTheTable() {
        Page page = visitor.open("/?view=heatmap&range=1d");

        page.locator(".columns summary").click();

        assertThat(page.locator(".columns tbody tr"))
                .hasCount(new Api(visitor.home())
                        .count(USUAL.formatted("BTC").replace("range=7d", "range=1d"), "$.times"));
    }

    @Test
    void prices_fitTheTimeShown_unlessChosen() {
        Page page = visitor.open("/?view=heatmap&range=30d");
        page.locator(".command summary").click();
        assertThat(page.locator(".command code")).containsText("spanPct=40'");

        page.getByLabel("Prices").selectOption("10");

        assertThat(page).hasURL(visitor.home() + "/?view=heatmap&heatmapSpanPct=10");
        assertThat(page.locator(".command code")).containsText("spanPct=10'");
    }

    @Test
    void liquidations_areDotted_andRead() {
        InstrumentId ether = InstrumentId.of("mine", "ETHUSDT");
        Instant then = PageWorld.NOW.minus(Duration.ofMinutes(30));
        log.append(
                List.of(Liquidation.ofCoins(ether, then, Side.LONG, 2_500, 20)),
                List.of(new Coverage(ether, then.minus(Duration.ofHours(2)), PageWorld.NOW, Completeness.COMPLETE)));
        Page page = visitor.open("/?view=heatmap&range=1d&symbol=ETH");

        times(page).focus();
        times(page).press("End");

        assertThat(page.locator(".card li")).hasText("Liquidated then: $50.0 K of longs on mine (complete)");
    }

    @Test
    void picture_isWellFormed_andExplainsItsColours() throws IOException {
        Page page = visitor.open("/?view=heatmap&range=1d");

        Download download = page.waitForDownload(
                () -> page.locator(".take").getByText("SVG").click());

        assertThat(Files.readString(download.path()))
                .satisfies(Xml::parse)
                .contains("SIMULATED MARKET", "would be liquidated there");
    }

    @Test
    void past_isShown() {
        Page page = visitor.open("/?view=heatmap&range=7d&asOf=2026-05-01T12:00:00Z");

        assertThat(page.locator(".fact b").first())
                .hasText(American.price(new Api(visitor.home())
                        .number(USUAL.formatted("BTC") + "&asOf=2026-05-01T12:00:00Z", "$.price")));
        assertThat(page.locator("#connection")).hasText("Past");
    }

    private static Locator times(Page page) {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Times"));
    }

    private static String heaviest(String symbol, int time, String side) {
        Api api = new Api(visitor.home());
        List<Map<String, Object>> cells =
                api.objects(USUAL.formatted(symbol), "$.cells[?(@.timeIndex==" + time + " && @.side=='" + side + "')]");
        Map<String, Object> most = cells.stream()
                .max(Comparator.comparingDouble(cell -> number(cell, "usd")))
                .orElseThrow();
        double price = api.number(USUAL.formatted(symbol), "$.prices[" + most.get("priceIndex") + "].price");
        return American.price(price) + ", " + American.usd(number(most, "usd"));
    }

    private static double number(Map<String, Object> entry, String field) {
        return ((Number) Objects.requireNonNull(entry.get(field))).doubleValue();
    }
}
