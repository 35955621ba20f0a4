package io.liquidationmap.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// The liquidation map on the page.
@PageTest
class MapViewIT {

    private static final String USUAL =
            "/api/liquidations?symbol=BTC&range=30d&model=conserved&spanPct=20&buckets=200" + "&groupBy=leverage";

    /// Of the drawing, to either side of the plane between its axes.
    private static final int MARGIN = 66;

    private static final int BUCKETS = 200;

    @RegisterExtension
    static final Visitor visitor = new Visitor();

    @Autowired
    PageWorld.Filling world;

    @BeforeEach
    void trade() {
        world.fill();
    }

    @Test
    void map_saysWhatTheApiSays() {
        Page page = visitor.open("/");
        Api api = new Api(visitor.home());

        assertThat(page.locator(".fact b")).hasText(new String[] {
            American.price(api.number(USUAL, "$.price")),
            American.usd(api.number(USUAL, "$.totals.upUsd")),
            American.usd(api.number(USUAL, "$.totals.downUsd")),
            American.ratio(api.number(USUAL, "$.imbalance[2].ratio"))
        });
        assertThat(page.locator("[data-notice=simulated]")).containsText("no real markets");
        assertThat(page.locator("[data-notice=uncalibrated]")).containsText("demo BTCUSDT");
        assertThat(page.locator(".legend")).containsText("100×");
    }

    @Test
    void clusters_areTheApisOwn() {
        Page page = visitor.open("/");
        List<Map<String, Object>> clusters =
                new Api(visitor.home()).objects("/api/liquidations/clusters?symbol=BTC&range=30d", "$.clusters");

        assertThat(clusters).isNotEmpty();
        assertThat(page.locator(".clusters tbody tr")).hasCount(clusters.size());
        for (int i = 0; i < clusters.size(); i++) {
            Map<String, Object> cluster = clusters.get(i);
            assertThat(page.locator(".clusters tbody tr").nth(i).locator("th, td"))
                    .hasText(new String[] {
                        cluster.get("side") + "s",
                        American.figure(number(cluster, "rank")),
                        American.price(number(cluster, "price")),
                        American.price(number(cluster, "low")),
                        American.price(number(cluster, "high")),
                        American.distance(number(cluster, "distancePct")),
                        American.usd(number(cluster, "usd")),
                        American.usd(number(cluster, "usdLow")) + " – " + American.usd(number(cluster, "usdHigh")),
                        American.percent(number(cluster, "shareOfSidePct"))
                    });
        }
    }

    @Test
    void pointer_readsTheLevelItIsOn() {
        Page page = visitor.open("/");
        BoundingBox plot = explorer(page).boundingBox();
        double share = 0.7;

        page.mouse().move(plot.x + MARGIN + share * (plot.width - 2 * MARGIN), plot.y + plot.height / 2);

        Locator card = page.locator(".card .sentence");
        card.waitFor();
        int index = Integer.parseInt(explorer(page).getAttribute("aria-valuenow"));
        assertThat(index).isCloseTo((int) (share * BUCKETS), within(1));
        assertThat(American.plain(card.textContent())).isEqualTo(sentence("BTC", USUAL, index));
        page.mouse().move(0, 0);
        assertThat(card).isHidden();
    }

    @Test
    void arrowKeys_walkFromLevelToLevel() {
        Page page = visitor.open("/");
        Locator explorer = explorer(page);
        explorer.focus();
        int first = Integer.parseInt(explorer.getAttribute("aria-valuenow"));

        explorer.press("ArrowRight");
        explorer.press("PageUp");
        explorer.press("ArrowLeft");

        assertThat(explorer).hasAttribute("aria-valuenow", Integer.toString(first + 10));
        assertThat(American.plain(explorer.getAttribute("aria-valuetext")))
                .isEqualTo(sentence("BTC", USUAL, first + 10))
                .startsWith("If BTC reaches $");
        explorer.press("Home");
        assertThat(American.plain(explorer.getAttribute("aria-valuetext"))).isEqualTo(sentence("BTC", USUAL, 0));
    }

    @Test
    void stretchDraggedOut_isZoomedInto_andLeftAgain() {
        Page page = visitor.open("/");
        BoundingBox plot = explorer(page).boundingBox();
        double low = new Api(visitor.home()).number(USUAL, "$.buckets[0].low");
        double high = new Api(visitor.home()).number(USUAL, "$.buckets[199].high");
        double inner = plot.width - 2 * MARGIN;

        page.mouse().move(plot.x + MARGIN + 0.5 * inner, plot.y + 100);
        page.mouse().down();
        page.mouse().move(plot.x + MARGIN + 0.75 * inner, plot.y + 120);
        page.mouse().up();

        assertThat(page).hasURL(Pattern.compile("minPrice=\\d+(\\.\\d+)?&maxPrice=\\d+"));
        Visitor.settled(page);
        double[] window = {parameter(page, "minPrice"), parameter(page, "maxPrice")};
        double pixel = (high - low) / inner;
        assertThat(window[0]).isCloseTo(low + 0.5 * (high - low), within(2 * pixel));
        assertThat(window[1]).isCloseTo(low + 0.75 * (high - low), within(2 * pixel));
        assertThat(American.plain(explorer(page).getAttribute("aria-valuetext")))
                .isEqualTo(sentence(
                        "BTC",
                        USUAL.replace(
                                "spanPct=20",
                                "minPrice=" + plainNumber(window[0]) + "&maxPrice=" + plainNumber(window[1])),
                        Integer.parseInt(explorer(page).getAttribute("aria-valuenow"))));

        explorer(page).dblclick();

        assertThat(page).not().hasURL(Pattern.compile("minPrice"));
    }

    @Test
    void keysAndButtons_zoomToo() {
        Page page = visitor.open("/");
        double price = new Api(visitor.home()).number(USUAL, "$.price");

        explorer(page).focus();
        explorer(page).press("+");

        assertThat(page).hasURL(Pattern.compile("minPrice=\\d+(\\.\\d+)?&maxPrice=\\d+"));
        Visitor.settled(page);
        double width = parameter(page, "maxPrice") - parameter(page, "minPrice");
        assertThat(width).isCloseTo(0.2 * price, within(0.001 * price));
        assertThat(explorer(page)).isFocused();

        page.getByLabel("Higher prices").click();
        Visitor.settled(page);
        assertThat(parameter(page, "maxPrice") - parameter(page, "minPrice")).isCloseTo(width, within(0.001 * price));
        assertThat(parameter(page, "maxPrice")).isGreaterThan(price * 1.15);

        page.getByLabel("The whole map").click();
        assertThat(page).hasURL(visitor.home() + "/");
        assertThat(page.getByLabel("Zoom in")).isFocused();
        Visitor.settled(page);
        page.getByLabel("Zoom out").click();
        assertThat(page).hasURL(visitor.home() + "/?spanPct=40");
    }

    @Test
    void timeOfDay_isNamedAfterItsSeason() {
        assertThat(visitor.open("/").locator("#past output")).containsText("1:00 AM (GMT+1)");
        assertThat(visitor.open("/?asOf=2026-02-10T00:00:00Z").locator("#past output"))
                .containsText("12:00 AM, 180 days ago (GMT)");
    }

    @Test
    void controls_changeTheQuestion_andTheAddress() {
        Page page = visitor.open("/");

        choose(page, "7d");
        choose(page, "Opened");
        choose(page, "Venue");
        page.getByLabel("Symbol").selectOption("ETH");

        assertThat(page).hasURL(visitor.home() + "/?symbol=ETH&range=7d&model=opened&groupBy=venue");
        assertThat(page.locator(".model")).containsText("the popular map");
        Visitor.settled(page);
        assertThat(page.locator(".fact b").first())
                .hasText(American.price(new Api(visitor.home()).number("/api/liquidations?symbol=ETH", "$.price")));
        assertThat(page.locator("[data-notice=simulated]")).hasCount(0);
        assertThat(page.locator(".legend")).containsText("mine");
        explorer(page).focus();
        assertThat(American.plain(explorer(page).getAttribute("aria-valuetext")))
                .isEqualTo(sentence(
                        "ETH",
                        "/api/liquidations?symbol=ETH&range=7d&model=opened&spanPct=20",
                        Integer.parseInt(explorer(page).getAttribute("aria-valuenow"))))
                .endsWith("(range not known).");
        page.goBack();
        assertThat(page.getByLabel("Symbol")).hasValue("BTC");
    }

    @Test
    void slider_showsThePast_andNowAgain() {
        Page page = visitor.open("/");

        page.getByLabel("A day earlier").click();
        page.getByLabel("An hour earlier").click();

        assertThat(page).hasURL(visitor.home() + "/?asOf=2026-08-07T23:00:00Z");
        Visitor.settled(page);
        assertThat(page.locator("#connection")).hasText("Past");
        assertThat(page.locator("#past output")).containsText("Aug 8, 2026, 12:00 AM");
        assertThat(page.locator(".fact b").first())
                .hasText(American.price(
                        new Api(visitor.home()).number(USUAL + "&asOf=2026-08-07T23:00:00Z", "$.price")));
        Locator slider = page.locator("input[name=asOf]");
        slider.focus();
        slider.press("ArrowLeft");
        assertThat(page).hasURL(visitor.home() + "/?asOf=2026-08-07T22:00:00Z");
        slider.press("End");
        assertThat(page).hasURL(visitor.home() + "/");
    }

    @Test
    void sharedLink_showsTheSame() {
        String address = "/?symbol=ETH&range=90d&groupBy=&spanPct=10&asOf=2026-07-20T00:00:00Z";
        Page mine = visitor.open(address);
        Page theirs = visitor.open(address, 1_000, 700, ColorScheme.LIGHT);

        assertThat(theirs.locator(".fact b").allTextContents())
                .isEqualTo(mine.locator(".fact b").allTextContents());
        explorer(theirs).press("End");
        explorer(mine).press("End");
        assertThat(explorer(theirs).getAttribute("aria-valuetext"))
                .isEqualTo(explorer(mine).getAttribute("aria-valuetext"));
        assertThat(theirs.locator("input[name=range]:checked")).hasValue("90d");
    }

    @Test
    void everyLevel_isInTheTable() {
        Page page = visitor.open("/?buckets=100");

        page.locator(".levels summary").click();

        assertThat(page.locator(".levels tbody tr")).hasCount(100);
        assertThat(page.locator(".levels tbody tr").first().locator("td").nth(2))
                .hasText(American.usd(new Api(visitor.home())
                        .number(USUAL.replace("buckets=200", "buckets=100"), "$.buckets[0].usd")));
    }

    @Test
    void whatIsSeen_canBeTakenAway() throws IOException {
        Page page = visitor.open("/?range=7d");
        String seen = USUAL.replace("range=30d", "range=7d").replace("&spanPct", "&asOf=" + PageWorld.NOW + "&spanPct");

        assertThat(taken(page, "CSV"))
                .isEqualTo(new Api(visitor.home()).get(seen + "&format=csv").body());
        assertThat(taken(page, "SVG"))
                .satisfies(Xml::parse)
                .contains("SIMULATED MARKET", "BTC liquidation map", "100×", "heaviest clusters");
        assertThat(taken(page, "PNG")).startsWith("\u0089PNG");
        page.locator(".command summary").click();
        assertThat(page.locator(".command code").textContent()).isEqualTo("curl '" + visitor.home() + seen + "'");
        page.locator(".command summary").press("Escape");
        assertThat(page.locator(".command code")).isHidden();
        assertThat(page.locator(".command summary")).isFocused();
    }

    @Test
    void commandThatIsCopied_yieldsWhatIsSeen() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl is installed here");
        Page page = visitor.open("/?venues=demo&range=7d&groupBy=venue");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        page.locator(".command summary").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy"))
                .click();

        assertThat(page.locator(".command [role=status]")).hasText("Copied.");
        String command = (String) page.evaluate("navigator.clipboard.readText()");
        Process process = new ProcessBuilder("sh", "-c", command.replaceFirst("curl", "curl -sS"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        DocumentContext read = JsonPath.parse(answer);
        assertThat(American.price(read.read("$.price", Number.class).doubleValue()))
                .isEqualTo(page.locator(".fact b").first().textContent());
        assertThat(American.usd(read.read("$.totals.upUsd", Number.class).doubleValue()))
                .isEqualTo(American.plain(page.locator(".fact b").nth(1).textContent()));
        assertThat((int) read.read("$.buckets.length()")).isEqualTo(BUCKETS);
    }

    private static String taken(Page page, String name) throws IOException {
        Download download =
                page.waitForDownload(() -> page.locator(".take").getByText(name).click());
        assertThat(download.suggestedFilename())
                .isEqualTo("BTC-liquidations-7d-2026-08-09T000000Z." + name.toLowerCase(Locale.ROOT));
        return Files.readString(
                download.path(), name.equals("PNG") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /// What the page must say of a level.
    private String sentence(String symbol, String address, int index) {
        Map<String, Object> bucket = new Api(visitor.home()).object(address, "$.buckets[" + index + "]");
        String reached = American.price(number(bucket, "short".equals(bucket.get("side")) ? "high" : "low"));
        String range = bucket.get("cumulativeUsdLow") == null
                ? "range not known"
                : "range " + American.usd(number(bucket, "cumulativeUsdLow")) + " – "
                        + American.usd(number(bucket, "cumulativeUsdHigh"));
        return "If " + symbol + " reaches " + reached + ", about " + American.usd(number(bucket, "cumulativeUsd"))
                + " is liquidated (" + range + ").";
    }

    private static double number(Map<String, Object> bucket, String field) {
        return ((Number) Objects.requireNonNull(bucket.get(field))).doubleValue();
    }

    private static void choose(Page page, String name) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true))
                .check();
    }

    private static Locator explorer(Page page) {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Price levels"));
    }

    private static double parameter(Page page, String name) {
        String query = URLDecoder.decode(page.url(), StandardCharsets.UTF_8);
        return Double.parseDouble(query.replaceAll(".*" + name + "=([^&]+).*", "$1"));
    }

    private static String plainNumber(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
