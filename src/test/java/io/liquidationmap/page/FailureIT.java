package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// What the page shows where there is nothing to show.
@PageTest
class FailureIT {

    private static final String REFUSED = "Failed to load resource";

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Autowired
    PageWorld.Filling world;

    @BeforeEach
    void trade() {
        world.fill();
    }

    @Test
    void refusal_isExplained_andLeft() {
        visitor.tolerate(REFUSED);
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
        Page page = visitor.open("/?asOf=2025-06-01T00:00:00Z");

        assertThat(page.locator("[data-problem=not-covered]")).containsText("data begins at 2026-01-01T01:00:00Z");
    }

    @Test
    void serviceThatDoesNotAnswer_isSaidToBeGone_andAskedAgain() {
        visitor.tolerate(REFUSED);
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
    void serviceThatIsBack_isNoticed() {
        visitor.tolerate(REFUSED);
        Page page = visitor.blank(1_440, 1_000, ColorScheme.DARK);
        page.clock().install();
        page.route("**/api/**", route -> route.abort());
        page.navigate(visitor.home() + "/");
        assertThat(page.locator("[data-problem=unreachable]")).isVisible();
        assertThat(page.locator("#connection[data-state=lost]")).isVisible();

        page.unroute("**/api/**");
        page.clock().fastForward(5_000);

        page.locator(".fact b").first().waitFor();
        assertThat(page.locator(".failure")).hasCount(0);
    }

    @Test
    void longAnswer_isExplained() {
        Page page = visitor.blank(1_440, 1_000, ColorScheme.DARK);
        page.clock().install();
        page.route("**/api/imbalance/history?**", route -> {});

        page.navigate(visitor.home() + "/?view=imbalance&symbol=ETH");

        assertThat(page.locator(".waiting")).hasText("Waiting for the imbalance of ETH…");
        page.clock().fastForward(4_000);
        assertThat(page.locator(".waiting")).containsText("It is being worked out");
    }

    @Test
    void deadStream_isSaid_andTriedAgain() {
        visitor.tolerate(REFUSED);
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
}
