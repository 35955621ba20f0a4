package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Whether everybody can use the page: by the rules of WCAG 2.2 AA that a program can check, on a wide screen and on a
/// phone, and from the keyboard.
@PageTest
class AccessibilityIT {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Autowired
    PageWorld.Filling world;

    @BeforeEach
    void trade() {
        world.fill();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "map,DARK,1440",
        "map,LIGHT,1440",
        "map,DARK,360",
        "map,LIGHT,360",
        "map,DARK,768",
        "map,LIGHT,2560",
        "imbalance,DARK,1440",
        "imbalance,LIGHT,1440",
        "imbalance,DARK,360",
        "imbalance,LIGHT,360",
        "heatmap,DARK,1440",
        "heatmap,LIGHT,1440",
        "heatmap,DARK,360",
        "heatmap,LIGHT,360",
        "accuracy,DARK,1440",
        "accuracy,LIGHT,1440",
        "accuracy,DARK,360",
        "accuracy,LIGHT,360"
    })
    void rules_areKept_andNothingIsCutOff(String view, ColorScheme scheme, int width) {
        Page page = visitor.open("/?view=" + view, width, 900, scheme);

        keepsTheRules(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void rules_areKept_byWhatOpens(ColorScheme scheme) {
        Page page = visitor.open("/?minPrice=50000&maxPrice=70000", 1_440, 1_000, scheme);

        page.locator(".levels summary").click();
        page.locator(".checklist summary").click();
        page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Price levels"))
                .press("ArrowRight");

        keepsTheRules(page);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void rules_areKept_byARefusal(ColorScheme scheme) {
        visitor.tolerate("Failed to load resource");
        Page page = visitor.open("/?symbol=DOGE", 1_440, 1_000, scheme);

        assertThat(page.locator(".failure")).isVisible();
        keepsTheRules(page);
    }

    /// Asks only for what is wrong, and within one frame, for the page has no more: to carry over what is right takes
    /// twice as long as to find it out.
    private static void keepsTheRules(Page page) {
        assertThat(page.frames()).hasSize(1);
        AxeRunOptions onlyFaults = new AxeRunOptions();
        onlyFaults.setResultTypes(List.of("violations"));

        assertThat(new AxeBuilder(page)
                        .options(onlyFaults)
                        .withTags(RULES)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    @Test
    void phone_foldsUpMostSettings() {
        Page page = visitor.open("/", 360, 740, ColorScheme.DARK);
        assertThat(page.locator("select[name=buckets]")).isHidden();

        page.getByText("More settings").click();
        page.locator("select[name=buckets]").focus();
        page.locator("select[name=buckets]").selectOption("100");

        assertThat(page).hasURL(visitor.home() + "/?buckets=100");
        assertThat(page.locator("select[name=buckets]")).isFocused();
    }

    @Test
    void whatArrived_isSaid_whenItWasAskedFor() {
        Page page = visitor.open("/");

        page.getByLabel("Symbol").selectOption("ETH");

        assertThat(page.locator("#arrived")).hasText("Map of ETH, Aug 9, 2026, 1:00 AM");
    }

    @Test
    void keyboard_reachesTheChart_byTheFirstStop() {
        Page page = visitor.open("/");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void theme_isTheReadersChoice_andKept() {
        Page page = visitor.open("/");

        page.locator("#theme").click();
        page.locator("#theme").click();
        page.reload();

        assertThat(page.locator("#theme")).hasText("Theme: light");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    }
}
