package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.testing.EmptyTables;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// What the page shows where there is nothing to show. The database is empty at first.
@PageTest
@ExtendWith(EmptyTables.class)
class FailureIT {

    private static final InstrumentId BITCOIN = InstrumentId.of("demo", "BTCUSDT");
    private static final String REFUSED = "Failed to load resource";

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Autowired
    PageWorld.Filling world;

    @Autowired
    IngestionJournal journal;

    @Test
    void history_isWaitedFor_withItsProgress_andThenShown() {
        visitor.tolerate(REFUSED);
        world.list();
        load(PageWorld.DAYS / 4);
        Page page = visitor.blank(1_440, 1_000, ColorScheme.DARK);
        page.clock().install();

        page.navigate(visitor.home() + "/");

        assertThat(page.locator("[data-problem=no-data-yet] h2")).hasText("History is being loaded");
        assertThat(page.locator(".failure label.backfill")).containsText("demo BTCUSDT, 5 min left");
        assertThat(page.locator("#backfill")).isHidden();
        assertThat(page.locator(".failure label.backfill progress")).hasAttribute("value", "25");
        world.trade();
        page.clock().fastForward(2_000);
        page.locator(".fact b").first().waitFor();
        assertThat(page.locator(".failure")).hasCount(0);
    }

    @Test
    void partOfTheHistory_isShown_withWhatIsMissing() {
        world.fill();
        load(PageWorld.DAYS / 2);

        Page page = visitor.open("/");

        assertThat(page.locator("#backfill summary")).containsText("History is still being loaded");
        page.locator("#backfill summary").click();
        assertThat(page.locator("#backfill progress")).hasAttribute("value", "50");
        assertThat(page.locator("#backfill label")).containsText("demo BTCUSDT, 2 min left");
    }

    @Test
    void refusal_isExplained_andLeft() {
        visitor.tolerate(REFUSED);
        world.fill();
        Page page = visitor.open("/?symbol=DOGE");

        assertThat(page.locator("[data-problem=unknown-symbol]")).containsText("known are BTC, ETH");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to the usual map"))
                .click();

        page.locator(".fact b").first().waitFor();
        assertThat(page).hasURL(visitor.home() + "/");
    }

    @Test
    void pastBeforeTheHistory_saysFromWhenOn() {
        visitor.tolerate(REFUSED);
        world.fill();
        Page page = visitor.open("/?asOf=2025-06-01T00:00:00Z");

        assertThat(page.locator("[data-problem=not-covered]")).containsText("data begins at 2026-01-01T01:00:00Z");
    }

    @Test
    void serviceThatDoesNotAnswer_isSaidToBeGone_andAskedAgain() {
        visitor.tolerate(REFUSED);
        world.fill();
        Page page = visitor.blank(1_440, 1_000, ColorScheme.DARK);
        page.route("**/api/stream?**", route -> route.abort());
        page.route("**/api/liquidations?**", route -> route.abort());
        page.navigate(visitor.home() + "/");
        assertThat(page.locator("[data-problem=unreachable] h2")).hasText("The service cannot be reached");

        page.unroute("**/api/liquidations?**");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                .click();

        page.locator(".fact b").first().waitFor();
    }

    @Test
    void deadStream_isSaid_andTriedAgain() {
        visitor.tolerate(REFUSED);
        world.fill();
        Page page = visitor.blank(1_440, 1_000, ColorScheme.DARK);
        page.clock().install();
        page.route("**/api/stream?**", route -> route.abort());

        page.navigate(visitor.home() + "/");

        assertThat(page.locator("#connection[data-state=lost]")).containsText("Not live since");
        page.locator(".fact b").first().waitFor();
        assertThat(page.locator(".card")).hasCount(1);
        page.unroute("**/api/stream?**");
        page.clock().fastForward(5_000);
        assertThat(page.locator("#connection")).hasText("Live");
    }

    /// So many days of all are there after a hundred seconds.
    private void load(int days) {
        journal.saveProgress(new BackfillProgress(
                BITCOIN,
                Interval.ONE_HOUR,
                PageWorld.START,
                PageWorld.NOW,
                PageWorld.NOW.minus(Duration.ofDays(days)),
                PageWorld.NOW,
                PageWorld.NOW.minusSeconds(100),
                PageWorld.NOW));
    }
}
