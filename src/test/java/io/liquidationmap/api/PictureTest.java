package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@WebMvcTest
@Import(ApiFixture.class)
class PictureTest {

    private static final Color PRICE_LINE = new Color(0xCF222E);
    private static final Color DARK_BACKGROUND = new Color(0x0D1117);

    private final MockMvcTester mvc;

    PictureTest(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void svg_saysWhatItShows() throws Exception {
        MvcTestResult result = mvc.get().uri("/api/liquidations.svg?range=1y").exchange();

        assertThat(result).hasStatusOk().hasContentType("image/svg+xml");
        Document picture = xml(result);
        assertThat(picture.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 1000 560");
        assertThat(texts(picture, "title")).containsExactly("BTC liquidation map · 365d · as of 2026-06-22 07:00 UTC");
        assertThat(texts(picture, "text"))
                .contains(
                        "BTC liquidation map · 365d · as of 2026-06-22 07:00 UTC",
                        "modelled estimate · binance",
                        "$63,700",
                        "5×",
                        "10×",
                        "cross",
                        "longs below, cumulative",
                        "shorts above, cumulative")
                .anyMatch(text -> text.matches("\\$\\d+M"));
    }

    /// Green from the price upwards, red from it downwards, each over more than a point.
    @ParameterizedTest
    @CsvSource({"light, 'rgb(26,127,55)', 'rgb(196,67,43)'", "dark, 'rgb(63,185,80)', 'rgb(244,112,103)'"})
    void curves_leaveThePriceInTheirColours(String theme, String up, String down) throws Exception {
        Document picture = xml(mvc.get()
                .uri("/api/liquidations.svg?width=600&height=400&theme=" + theme)
                .exchange());
        double price = priceLine(picture);

        assertThat(curve(picture, up)).hasSizeGreaterThan(2).allMatch(x -> x >= price - 0.5);
        assertThat(curve(picture, down)).hasSizeGreaterThan(2).allMatch(x -> x <= price + 0.5);
    }

    @Test
    void bars_standOnTheAxis_inAColourForEachPart() throws Exception {
        Document picture =
                xml(mvc.get().uri("/api/liquidations.svg?width=600&height=400").exchange());

        List<Element> bars = elements(picture, "rect").stream()
                .filter(rect -> rect.getAttribute("clip-path")
                        .equals(elements(picture, "line").getLast().getAttribute("clip-path")))
                .filter(rect -> Double.parseDouble(rect.getAttribute("height")) > 0)
                .filter(rect -> !inherited(rect, "fill").equals("white"))
                .toList();

        assertThat(bars.stream().map(bar -> inherited(bar, "fill")).distinct())
                .as("of 5×, 10× and cross")
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"600, 400", "400, 300"})
    void text_canBeRead_inSmallPicturesToo(int width, int height) throws Exception {
        Document picture = xml(mvc.get()
                .uri("/api/liquidations.svg?width=" + width + "&height=" + height)
                .exchange());

        List<Element> texts = elements(picture, "text");
        assertThat(texts)
                .hasSizeGreaterThan(10)
                .allSatisfy(text -> assertThat(
                                Double.parseDouble(inherited(text, "font-size").replace("px", "")))
                        .as(text.getTextContent())
                        .isGreaterThanOrEqualTo(11))
                .allSatisfy(text -> assertThat(Double.parseDouble(text.getAttribute("x")))
                        .as(text.getTextContent())
                        .isBetween(0.0, width - 10.0));
        assertThat(texts.stream().map(Element::getTextContent).filter(text -> text.matches("\\$[\\d.]+[MB]")))
                .as("amounts on the axes")
                .hasSizeGreaterThan(2);
        assertThat(texts.stream().map(Element::getTextContent).filter(text -> text.matches("\\$\\d{2},\\d{3}")))
                .as("prices on the axis")
                .isNotEmpty();
    }

    @Test
    void bars_areStackedByWhatIsAskedFor() throws Exception {
        assertThat(texts(
                        xml(mvc.get().uri("/api/liquidations.svg?groupBy=venue").exchange()), "text"))
                .contains("binance")
                .doesNotContain("cross");
    }

    @Test
    void openedModel_saysThatItOverstates() throws Exception {
        assertThat(texts(xml(mvc.get().uri("/api/liquidations.svg?model=opened").exchange()), "text"))
                .contains("opened model: overstates, for comparison · binance");
    }

    @Test
    void png_hasTheSizeAskedFor_andALineAtThePrice() throws Exception {
        MvcTestResult result =
                mvc.get().uri("/api/liquidations.png?width=600&height=400").exchange();

        assertThat(result).hasStatusOk().hasContentType("image/png");
        BufferedImage picture = image(result);
        assertThat(picture.getWidth()).isEqualTo(600);
        assertThat(picture.getHeight()).isEqualTo(400);
        // The price is in the middle of the window, but axes take room on both sides of it.
        assertThat(IntStream.range(250, 350))
                .as("columns with a line through the middle of the picture")
                .anyMatch(x -> IntStream.range(150, 250).allMatch(y -> isPriceLine(picture, x, y)));
    }

    @Test
    void theme_changesTheColours() throws Exception {
        BufferedImage dark =
                image(mvc.get().uri("/api/liquidations.png?theme=dark").exchange());

        assertThat(new Color(dark.getRGB(1, 1))).isEqualTo(DARK_BACKGROUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "png"})
    void samePicture_isNotSentAgain(String format) {
        String uri = "/api/liquidations." + format;
        MvcTestResult first = mvc.get().uri(uri).exchange();
        String etag = first.getResponse().getHeader("ETag");

        assertThat(mvc.get()
                        .uri(uri)
                        .header("If-None-Match", String.valueOf(etag))
                        .exchange())
                .hasStatus(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void compression_isForWhatGetsSmaller() {
        assertThat(mvc.get()
                        .uri("/api/liquidations.svg")
                        .header("Accept-Encoding", "gzip")
                        .exchange())
                .hasHeader("Content-Encoding", "gzip");
        assertThat(mvc.get()
                        .uri("/api/liquidations.png")
                        .header("Accept-Encoding", "gzip")
                        .exchange())
                .headers()
                .doesNotContainHeader("Content-Encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "width=10, width, 400",
        "height=9999, height, 1600",
        "theme=blue, theme, dark",
        "'groupBy=leverage,venue', groupBy, venue",
        "buckets=501, buckets, 500",
        "format=csv, format, ''",
    })
    void wrongParameter_isNamed_withWhatIsAllowed(String query, String parameter, String allowed) {
        MvcTestResult result = mvc.get().uri("/api/liquidations.png?" + query).exchange();

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[0].allowed")
                .asString()
                .contains(allowed);
    }

    @Test
    void clientThatReadsNoPictures_isTold() {
        assertThat(mvc.get()
                        .uri("/api/liquidations.png")
                        .header("Accept", "application/json")
                        .exchange())
                .hasStatus(HttpStatus.NOT_ACCEPTABLE)
                .hasContentType("application/problem+json");
        assertThat(mvc.get()
                        .uri("/api/liquidations.png")
                        .header("Accept", "image/*")
                        .exchange())
                .hasStatusOk();
    }

    /// Where the line at the price stands: the last one that is drawn.
    private static double priceLine(Document picture) {
        Element line = elements(picture, "line").getLast();
        assertThat(line.getAttribute("x1")).isEqualTo(line.getAttribute("x2"));
        return Double.parseDouble(line.getAttribute("x1"));
    }

    /// The horizontal positions of the longest line of a colour.
    private static List<Double> curve(Document picture, String colour) {
        return elements(picture, "path").stream()
                .filter(path -> inherited(path, "fill").equals("none"))
                .filter(path -> inherited(path, "stroke").equals(colour))
                .map(path -> Pattern.compile("[ML](-?[0-9.]+) ")
                        .matcher(path.getAttribute("d"))
                        .results()
                        .map(point -> Double.valueOf(point.group(1)))
                        .toList())
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /// What holds for an element: its own, or that of whatever it is in.
    private static String inherited(Element element, String attribute) {
        if (element.hasAttribute(attribute)) {
            return element.getAttribute(attribute);
        }
        return element.getParentNode() instanceof Element parent ? inherited(parent, attribute) : "";
    }

    private static List<Element> elements(Document picture, String name) {
        NodeList found = picture.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static boolean isPriceLine(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y)).equals(PRICE_LINE);
    }

    private static BufferedImage image(MvcTestResult result) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
    }

    private static Document xml(MvcTestResult result) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
    }

    private static List<String> texts(Document picture, String element) {
        List<String> texts = new ArrayList<>();
        NodeList found = picture.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }
}
