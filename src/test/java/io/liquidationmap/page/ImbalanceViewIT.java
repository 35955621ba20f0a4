package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// Shorts against longs on the page.
@PageTest
class ImbalanceViewIT {

    private static final String NOW = "/api/imbalance?symbol=%s&range=30d&model=conserved&spanPct=20";
    private static final String HISTORY =
            "/api/imbalance/history?symbol=%s&range=30d&model=conserved&history=365d&step=1d";
    private static final int TEN_PERCENT = 2;

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Autowired
    PageWorld.Filling world;

    @BeforeEach
    void trade() {
        world.fill();
    }

    @Test
    void ratio_standsInLargeType_withItsRangeAndItsPlace() {
        Page page = visitor.open("/?view=imbalance");
        Api api = new Api(visitor.home());
        String now = NOW.formatted("BTC");
        String entry = "$.imbalance[" + TEN_PERCENT + "].";

        assertThat(page.locator(".ratio b")).hasText(American.ratio(api.number(now, entry + "ratio")));
        String label = api.text(now, entry + "label");
        assertThat(page.locator(".ratio .label")).hasText(label == null ? "no label" : label.replace('-', ' '));
        assertThat(page.locator(".ratio span"))
                .containsText(American.ratio(api.number(now, entry + "ratioLow")) + " – "
                        + American.ratio(api.number(now, entry + "ratioHigh")));
        assertThat(page.locator(".now .sentence"))
                .containsText(
                        American.usd(api.number(now, entry + "upUsd")) + " of shorts would be liquidated by a rise");
        assertThat(page.locator(".standing").first())
                .hasText(American.ratio(api.number(now, entry + "ratio")) + " is higher than on "
                        + Math.round(api.number(now, entry + "standing[0].percentile"))
                        + "% of the last 180 days, of which "
                        + American.figure(api.number(now, entry + "standing[0].days")) + " are known; "
                        + American.ratio(api.number(now, entry + "standing[0].normalRatioLow")) + " to "
                        + American.ratio(api.number(now, entry + "standing[0].normalRatioHigh")) + " is usual.");
    }

    @Test
    void everyDistance_isInTheTable() {
        Page page = visitor.open("/?view=imbalance&symbol=ETH");
        Api api = new Api(visitor.home());
        String now = NOW.formatted("ETH");

        assertThat(page.locator(".distances tbody tr")).hasCount(api.count(now, "$.imbalance"));
        for (int i = 0; i < api.count(now, "$.imbalance"); i++) {
            String entry = "$.imbalance[" + i + "].";
            Locator cells = page.locator(".distances tbody tr").nth(i).locator("td");
            assertThat(cells.nth(0)).hasText(American.usd(api.number(now, entry + "upUsd")));
            assertThat(cells.nth(1)).hasText(American.usd(api.number(now, entry + "downUsd")));
            assertThat(cells.nth(2)).hasText(American.ratio(api.number(now, entry + "ratio")));
            assertThat(cells.nth(3))
                    .hasText(American.ratio(api.number(now, entry + "ratioLow")) + " – "
                            + American.ratio(api.number(now, entry + "ratioHigh")));
        }
    }

    @Test
    void past_isShown_withItsOwnHistory() {
        Page page = visitor.open("/?view=imbalance&asOf=2026-05-01T00:00:00Z");
        Api api = new Api(visitor.home());

        assertThat(page.locator(".ratio b"))
                .hasText(American.ratio(api.number(
                        NOW.formatted("BTC") + "&asOf=2026-05-01T00:00:00Z",
                        "$.imbalance[" + TEN_PERCENT + "].ratio")));
        Locator days = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Days"));
        assertThat(American.plain(days.getAttribute("aria-valuetext"))).startsWith("May 1, 2026: ");
    }

    @Test
    void distance_isChosen_downToTheEndsOfTheMap() {
        Page page = visitor.open("/?view=imbalance&symbol=ETH");
        Api api = new Api(visitor.home());

        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Whole map"))
                .check();

        assertThat(page).hasURL(visitor.home() + "/?view=imbalance&symbol=ETH&distance=ends");
        assertThat(page.locator(".ratio b"))
                .hasText(American.ratio(api.number(NOW.formatted("ETH"), "$.mapEnds.conserved.ratio")));
        assertThat(page.locator(".now"))
                .containsText(
                        "opened model " + American.ratio(api.number(NOW.formatted("ETH"), "$.mapEnds.opened.ratio")));
        assertThat(page.locator(".now"))
                .containsText(Objects.requireNonNull(api.text(NOW.formatted("ETH"), "$.mapEnds.explanation")));
        assertThat(page.locator(".ratio .label")).hasCount(0);
        assertThat(page.locator(".legend")).containsText("No history is kept of this");
        assertThat(page.locator(".plot")).isHidden();
    }

    @Test
    void history_isWalkedThrough() {
        Page page = visitor.open("/?view=imbalance");
        Api api = new Api(visitor.home());
        Locator days = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Days"));
        days.focus();
        days.press("End");
        days.press("ArrowLeft");

        String point = "$.points[-2].imbalance[" + TEN_PERCENT + "].";
        assertThat(American.plain(days.getAttribute("aria-valuetext")))
                .isEqualTo(
                        "Aug 8, 2026: " + American.ratio(api.number(HISTORY.formatted("BTC"), point + "ratio")) + ", "
                                + American.usd(api.number(HISTORY.formatted("BTC"), point + "upUsd"))
                                + " of shorts above against "
                                + American.usd(api.number(HISTORY.formatted("BTC"), point + "downUsd"))
                                + " of longs below, at "
                                + American.price(api.number(HISTORY.formatted("BTC"), "$.points[-2].price")) + ".");
        assertThat(page.locator(".distances tbody tr")).hasCount(5);
    }
}
