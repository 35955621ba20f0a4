package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
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
