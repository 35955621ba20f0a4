package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest
@Import(ApiFixture.class)
class AnswerTest {

    private final MockMvcTester mvc;

    AnswerTest(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /// Strict: the names of the fields, their order in lists and their values are what clients rely on.
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /api/liquidations?range=1y | map.json
                    /api/liquidations?groupBy=venue,leverage&minPrice=63000&maxPrice=64400&buckets=10&model=opened&asOf=2026-06-22T09:00:00%2B02:00 | map-grouped.json
                    /api/liquidations/at?price=66900&range=24h | at.json
                    /api/liquidations/price-for?usd=250000000&direction=up | price-for.json
                    /api/liquidations/clusters?limit=2 | clusters.json
                    /api/liquidations/exact | exact.json
                    /api/liquidations/heatmap?range=1w&step=4h&minPrice=60000&maxPrice=70000&buckets=10 | heatmap.json
                    /api/liquidations/diff?from=2026-06-21T00:00:00Z | diff.json
                    /api/cascade?shockPct=-2 | cascade.json
                    /api/cascade?shockPct=2.5&depthUsd=200000000&model=opened | cascade-up.json
                    /api/ladder?capital=30000&phases=2 | ladder.json
                    /api/ladder?capital=30000&phases=2&side=short | ladder-short.json
                    /api/overview | overview.json
                    /api/overview?model=opened&range=1y&symbols=BTC,ETH | overview-opened.json
                    /api/imbalance | imbalance.json
                    /api/liquidations/realised?range=24h&step=4h | realised.json
                    /api/imbalance?model=opened | imbalance-opened.json
                    /api/imbalance/history?history=2d | imbalance-history.json
                    /api/liquidation-price?venue=binance&symbol=btcusdt&side=long&entry=63700&leverage=20 | liquidation-price.json
                    /api/symbols | symbols.json
                    /api/venues | venues.json
                    /api/status | status.json
                    /api/accuracy | accuracy.json
                    """)
    void answer_isAsDocumented(String uri, String expected) {
        MvcTestResult result = get(uri);

        assertThat(result).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        assertThat(result).bodyJson().isEqualTo(new ClassPathResource(expected, getClass()), JsonCompareMode.STRICT);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /api/liquidations?range=1y | map.csv
                    /api/liquidations?groupBy=leverage,venue | map-grouped.csv
                    /api/liquidations/at?price=66900 | at.csv
                    /api/liquidations/price-for?usd=250000000&direction=up | price-for.csv
                    /api/liquidation-price?venue=binance&symbol=btcusdt&side=long&entry=63700&leverage=20 | liquidation-price.csv
                    /api/liquidations/clusters?limit=1 | clusters.csv
                    /api/liquidations/exact | exact.csv
                    /api/liquidations/heatmap?minPrice=60000&maxPrice=70000&buckets=10 | heatmap.csv
                    /api/liquidations/diff?from=2026-06-21T00:00:00Z | diff.csv
                    /api/cascade?shockPct=2.5&depthUsd=2e8 | cascade.csv
                    /api/ladder?capital=3e4&phases=2 | ladder.csv
                    /api/overview | overview.csv
                    /api/imbalance | imbalance.csv
                    /api/liquidations/realised?step=4h | realised.csv
                    /api/imbalance/history?history=2d | imbalance-history.csv
                    /api/symbols | symbols.csv
                    /api/venues | venues.csv
                    /api/status | status.csv
                    /api/status?table=venues | status-venues.csv
                    /api/status?table=feeds | status-feeds.csv
                    /api/accuracy | accuracy.csv
                    /api/accuracy?table=simulated | accuracy-simulated.csv
                    /api/accuracy?table=live | accuracy-live.csv
                    /api/accuracy?table=known | accuracy-known.csv
                    """)
    void table_isAsDocumented(String uri, String expected) throws Exception {
        MvcTestResult result = mvc.get().uri(URI.create(uri)).accept("text/csv").exchange();

        assertThat(result).hasStatusOk().hasContentType("text/csv;charset=UTF-8;header=present");
        String table = new ClassPathResource(expected, getClass()).getContentAsString(StandardCharsets.UTF_8);
        assertThat(result).bodyText().isEqualTo(table.replace("\n", "\r\n"));
    }

    @Test
    void numbers_areWrittenWithoutExponent() {
        assertThat(get("/api/liquidations")).bodyText().contains("\"usd\":0.000012", "\"usd\":358000000,");
    }

    @Test
    void fields_areInTheOrderOfTheContract() {
        assertThat(get("/api/liquidations"))
                .bodyText()
                .startsWith("{\"symbol\":\"BTC\",\"range\":\"30d\",\"model\":\"conserved\",\"venues\":[\"binance\"],"
                        + "\"asOf\":\"2026-06-22T07:00:00Z\",\"asOfMs\":1782111600000,\"price\":63700,"
                        + "\"simulated\":false,\"buckets\":[{\"low\":63000,");
    }

    @ParameterizedTest
    @CsvSource({"24h,1d", "1w,7d", "1mo,30d", "3mo,90d", "6mo,180d", "1y,365d", "36h,36h", "30D,30d"})
    void range_isEchoedInItsCanonicalForm(String asked, String echoed) {
        assertThat(get("/api/imbalance?range=" + asked))
                .bodyJson()
                .extractingPath("$.range")
                .isEqualTo(echoed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-22T07:45:00Z", "2026-06-22t07:45:00z", "1782114300000", "2026-06-22T09:45:00%2B02:00"})
    void asOf_isUnderstoodInEitherForm(String asked) {
        assertThat(get("/api/imbalance?asOf=" + asked))
                .bodyJson()
                .extractingPath("$.asOfMs")
                .isEqualTo(1_782_114_300_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    | */* | application/json
                    | application/json | application/json
                    | text/html,application/xhtml+xml,*/*;q=0.8 | application/json
                    | text/* | text/csv;charset=UTF-8;header=present
                    | text/csv, application/json;q=0.5 | text/csv;charset=UTF-8;header=present
                    | application/json;q=0.5, text/csv;q=0.4 | application/json
                    format=csv | application/json | text/csv;charset=UTF-8;header=present
                    format=json | text/csv | application/json
                    format=csv | application/xml | text/csv;charset=UTF-8;header=present
                    """)
    void format_isNegotiated(String query, String accept, String contentType) {
        URI uri = URI.create("/api/liquidations" + (query == null ? "" : "?" + query));

        assertThat(mvc.get().uri(uri).header("Accept", accept)).hasStatusOk().hasContentType(contentType);
    }

    @Test
    void index_listsEveryEndpoint() {
        assertThat(get("/api"))
                .bodyJson()
                .extractingPath("$.endpoints[*].path")
                .asArray()
                .containsExactly(
                        "/api",
                        "/api/accuracy",
                        "/api/alerts",
                        "/api/alerts",
                        "/api/alerts/{id}",
                        "/api/alerts/{id}",
                        "/api/alerts/{id}/test",
                        "/api/capabilities",
                        "/api/cascade",
                        "/api/imbalance",
                        "/api/imbalance/history",
                        "/api/ladder",
                        "/api/liquidation-price",
                        "/api/liquidations",
                        "/api/liquidations.png",
                        "/api/liquidations.svg",
                        "/api/liquidations/at",
                        "/api/liquidations/clusters",
                        "/api/liquidations/diff",
                        "/api/liquidations/exact",
                        "/api/liquidations/heatmap",
                        "/api/liquidations/price-for",
                        "/api/liquidations/realised",
                        "/api/overview",
                        "/api/status",
                        "/api/stream",
                        "/api/symbols",
                        "/api/venues");
    }

    @Test
    void capabilities_nameLimitsAndDefaults() {
        MvcTestResult result = get("/api/capabilities");

        assertThat(result).bodyJson().extractingPath("$.models").asArray().containsExactly("conserved", "opened");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.endpoints[?(@.path=='/api/liquidations')].parameters[?(@.name=='buckets')]")
                .asArray()
                .singleElement()
                .hasToString("{name=buckets, required=false, allowed=a whole number from 10 to 2000,"
                        + " defaultValue=200, example=200, description=Into how many equal-width buckets the window"
                        + " is cut.}");
    }

    /// One more than a limit allows is refused, with the limit in the answer.
    @ParameterizedTest
    @CsvSource({
        "buckets, 2000, /api/liquidations?buckets=2001",
        "heatmapCells, 200000, /api/liquidations/heatmap?range=30d&step=1h&buckets=2000",
        "historyPoints, 1000, /api/imbalance/history?history=730d&step=1h",
        "realisedSteps, 2000, /api/liquidations/realised?range=730d&step=1m",
        "range, 730d, /api/liquidations?range=731d",
    })
    void capabilities_nameTheLimitsThatAreEnforced(String limit, String value, String beyond) {
        assertThat(get("/api/capabilities"))
                .bodyJson()
                .extractingPath("$.limits." + limit)
                .hasToString(value);
        assertThat(get(beyond)).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains(value);
    }

    @Test
    void capabilities_nameTheLimitsThatAreConfigured() {
        MvcTestResult result = get("/api/capabilities");

        assertThat(result).bodyJson().extractingPath("$.limits.streamClients").isEqualTo(1000);
        assertThat(result).bodyJson().extractingPath("$.limits.streamBacklog").isEqualTo(64);
        assertThat(result).bodyJson().extractingPath("$.limits.alertsPerKey").isEqualTo(100);
        assertThat(result).bodyJson().extractingPath("$.limits.overviewSymbols").isEqualTo(100);
        assertThat(result).bodyJson().extractingPath("$.limits.rateLimit").isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET | /api/liquidations | json csv
                    GET | /api/liquidations.svg | svg
                    GET | /api/liquidations.png | png
                    GET | /api/stream | event-stream
                    POST | /api/alerts | json
                    DELETE | /api/alerts/{id} |
                    """)
    void capabilities_nameFormatsAsTheyAreAnswered(String method, String path, @Nullable String formats) {
        List<Object> expected = formats == null ? List.of() : List.copyOf(Arrays.asList(formats.split(" ", -1)));

        assertThat(get("/api/capabilities"))
                .bodyJson()
                .extractingPath("$.endpoints[?(@.path=='" + path + "' && @.method=='" + method + "')].formats[*]")
                .asArray()
                .containsExactlyElementsOf(expected);
    }

    @Test
    void discovery_isATableToo() throws Exception {
        assertThat(get("/api?format=csv").getResponse().getContentAsString())
                .startsWith("method,path,summary\r\n")
                .contains("\r\nGET,/api/liquidations,The liquidation map\r\n");
        assertThat(get("/api/capabilities?format=csv").getResponse().getContentAsString())
                .startsWith("method,path,formats,parameter,required,allowed,default,example,description\r\n")
                .contains("\r\nGET,/api/liquidations,json csv,buckets,false,a whole number from 10 to 2000,200,200,");
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(URI.create(uri)).exchange();
    }
}
