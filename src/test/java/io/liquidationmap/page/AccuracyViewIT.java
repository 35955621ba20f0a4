package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The scoreboard on the page.
@PageTest
class AccuracyViewIT {

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Test
    void scores_areTheApisOwn_ofTheWorldsAndTheDistanceChosen() {
        Page page = visitor.open("/?view=accuracy");
        Api api = new Api(visitor.home());

        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Hostile"))
                .check();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("±5%"))
                .check();

        assertThat(page).hasURL(visitor.home() + "/?view=accuracy&distance=5&worlds=hostile");
        String methods = "$.simulated.groups[1].methods";
        assertThat(page.locator("main tbody tr")).hasCount(api.count("/api/accuracy", methods));
        assertThat(page.locator("main tbody tr").nth(2).locator("td").nth(1))
                .hasText(American.figure(api.number("/api/accuracy", methods + "[2].amounts[1].factorError.median")));
        assertThat(page.locator("main")).containsText("Not a record of positions");
        assertThat(page.locator("#past")).isHidden();
    }
}
