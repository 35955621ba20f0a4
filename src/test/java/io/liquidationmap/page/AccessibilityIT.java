package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "map,DARK,1440", "map,LIGHT,390", "imbalance,LIGHT,1440", "imbalance,DARK,390",
        "heatmap,DARK,1440", "heatmap,LIGHT,390", "accuracy,LIGHT,1440", "accuracy,DARK,390"
    })
    void rules_areKept_andNothingIsCutOff(String view, ColorScheme scheme, int width) {
        Page page = visitor.open("/?view=" + view, width, 900, scheme);

        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
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
