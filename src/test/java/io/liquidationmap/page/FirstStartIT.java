package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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

/// The page beside a service that is still loading its first history.
@PageTest
@ExtendWith(EmptyTables.class)
class FirstStartIT {

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
