package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// The scoreboard on the page.
@PageTest
class AccuracyViewIT {

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Autowired
    PageWorld.Filling world;

    @BeforeEach
    void trade() {
        world.fill();
    }

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
        assertThat(page.locator(".methods tbody tr")).hasCount(api.count("/api/accuracy", methods));
        for (int i = 0; i < api.count("/api/accuracy", methods); i++) {
            String error = methods + "[" + i + "].amounts[1].factorError.";
            assertThat(page.locator(".methods tbody tr").nth(i).locator("td").nth(1))
                    .hasText(American.figure(api.number("/api/accuracy", error + "median")));
            assertThat(page.locator(".methods tbody tr").nth(i).locator("td").nth(2))
                    .hasText(American.figure(api.number("/api/accuracy", error + "low")) + " – "
                            + American.figure(api.number("/api/accuracy", error + "high")));
        }
        assertThat(page.locator(".words .sentence"))
                .containsText("factor of " + median(api, methods, "calibrated-complete")
                        + " when it has learnt from every liquidation, " + median(api, methods, "conserved")
                        + " when it has learnt from none. The popular map is off by "
                        + median(api, methods, "opened"));
        assertThat(page.locator("main")).containsText("Not a record of positions");
        assertThat(page.locator("#past")).isHidden();
    }

    @Test
    void distanceFromPublicPositions_isTheApisOwn() {
        Page page = visitor.open("/?view=accuracy");
        Api api = new Api(visitor.home());

        assertThat(page.locator(".known tbody tr")).hasCount(1);
        assertThat(page.locator(".known tbody tr")).hasCount(api.count("/api/accuracy", "$.known"));
        Locator cells = page.locator(".known tbody tr").first().locator("th, td");
        assertThat(cells.first()).hasText("ETH at mine");
        for (int i = 0; i < api.count("/api/accuracy", "$.known[0].distances"); i++) {
            assertThat(cells.nth(4 + i))
                    .hasText(American.figure(
                            api.number("/api/accuracy", "$.known[0].distances[" + i + "].factorError")));
        }
    }

    private static String median(Api api, String methods, String method) {
        List<Map<String, Object>> found = api.objects("/api/accuracy", methods + "[?(@.method=='" + method + "')]");
        return American.figure(JsonPath.parse(found.getFirst())
                .read("$.amounts[1].factorError.median", Number.class)
                .doubleValue());
    }
}
