package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest
@Import(ApiFixture.class)
class CachingTest {

    private static final String MAP = "/api/liquidations?range=365d";

    private final MockMvcTester mvc;
    private final FakeMaps maps;

    CachingTest(@Autowired MockMvcTester mvc, @Autowired FakeMaps maps) {
        this.mvc = mvc;
        this.maps = maps;
    }

    @AfterEach
    void restoreInput() {
        maps.inputHash = FakeMaps.INPUT_HASH;
    }

    @Test
    void repeatedRequest_isByteIdenticalAndComputedOnce() {
        maps.inputHash = "repeated";
        int before = maps.computed.get();

        byte[] first = get(MAP).getContentAsByteArray();
        byte[] again = get("/api/liquidations?range=1y&model=conserved").getContentAsByteArray();

        assertThat(again).isEqualTo(first);
        assertThat(maps.computed.get() - before).isEqualTo(1);
    }

    @Test
    void simultaneousRequests_areComputedOnce() throws Exception {
        maps.inputHash = "simultaneous";
        int before = maps.computed.get();
        CyclicBarrier together = new CyclicBarrier(8);

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.invokeAll(Collections.nCopies(8, () -> {
                together.await();
                return get(MAP);
            }));
        }

        assertThat(maps.computed.get() - before).isEqualTo(1);
    }

    @Test
    void etag_isStrongAndChangesWithTheData() {
        maps.inputHash = "before";
        String before = etag(get(MAP));
        maps.inputHash = "after";
        String after = etag(get(MAP));

        assertThat(before).matches("\"[0-9a-f]{32}\"");
        assertThat(after).matches("\"[0-9a-f]{32}\"").isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/liquidations?range=365d&model=opened",
                "/api/liquidations?range=364d",
                "/api/liquidations?range=365d&groupBy=venue",
                "/api/liquidations?range=365d&format=csv",
                "/api/imbalance?range=365d",
                "/api/overview?range=365d"
            })
    void etag_differsBetweenQueries(String other) {
        assertThat(etag(get(other))).isNotEqualTo(etag(get(MAP)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MAP,
                "/api/liquidations?format=csv",
                "/api/overview",
                "/api/cascade",
                "/api/symbols",
                "/api/capabilities",
                "/api/status"
            })
    void knownAnswer_isNotSentAgain(String uri) {
        String etag = etag(get(uri));

        MvcTestResult result = mvc.get()
                .uri(URI.create(uri))
                .header("If-None-Match", "\"other\", " + etag)
                .exchange();

        assertThat(result).hasStatus(304);
        assertThat(result.getResponse().getContentAsByteArray()).isEmpty();
        assertThat(etag(result.getResponse())).isEqualTo(etag);
        assertThat(result.getResponse().getHeader("Cache-Control")).isNotNull();
    }

    @Test
    void changedAnswer_isSentAgain() {
        MvcTestResult result = mvc.get()
                .uri(URI.create(MAP))
                .header("If-None-Match", "\"00000000000000000000000000000000\"")
                .exchange();

        assertThat(result).hasStatusOk();
    }

    @Test
    void unmodifiedAnswer_isNotSentAgain() {
        String lastModified = "Mon, 22 Jun 2026 07:00:00 GMT";

        assertThat(get(MAP).getHeader("Last-Modified")).isEqualTo(lastModified);
        assertThat(mvc.get().uri(URI.create(MAP)).header("If-Modified-Since", lastModified))
                .hasStatus(304);
    }

    @Test
    void compressedAnswer_isTheSameUnderAnotherEtag() throws IOException {
        MockHttpServletResponse plain = get(MAP);
        MockHttpServletResponse compressed = compressed(MAP, "br, gzip");

        assertThat(compressed.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(etag(compressed)).isEqualTo(etag(plain).replaceAll("\"$", "-gzip\""));
        byte[] bytes = compressed.getContentAsByteArray();
        assertThat(compressed.getContentLength()).isEqualTo(bytes.length);
        assertThat(bytes).hasSizeLessThan(plain.getContentLength());
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.getContentAsByteArray());
        }
    }

    @Test
    void etagOfTheOtherCoding_doesNotVouchForThisOne() {
        String plain = etag(get(MAP));

        assertThat(mvc.get()
                        .uri(URI.create(MAP))
                        .header("Accept-Encoding", "gzip")
                        .header("If-None-Match", plain))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *"})
    void answer_isNotCompressedForThoseWhoCannotReadIt(String acceptEncoding) {
        assertThat(compressed(MAP, acceptEncoding).getHeader("Content-Encoding"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "gzip;q=0.1", "deflate, gzip;q=1.0, *;q=0.5", "*", "x-gzip"})
    void answer_isCompressedForThoseWhoCanReadIt(String acceptEncoding) {
        assertThat(compressed(MAP, acceptEncoding).getHeader("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void caches_areToldWhatTheAnswerDependsOn() {
        MockHttpServletResponse response = get(MAP);

        assertThat(String.join(", ", response.getHeaders("Vary"))).contains("Accept", "Accept-Encoding", "Origin");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache, public");
    }

    @Test
    void answerOfANamedInstant_mayBeKeptForAWhile() {
        assertThat(get(MAP + "&asOf=2026-06-01T00:00:00Z").getHeader("Cache-Control"))
                .isEqualTo("max-age=300, public");
        assertThat(get(MAP + "&asOf=" + ApiFixture.NOW).getHeader("Cache-Control"))
                .as("which late figures may still change")
                .isEqualTo("no-cache, public");
    }

    @Test
    void head_hasTheHeadersOfGetAndNoBody() {
        MockHttpServletResponse full = get(MAP);
        MockHttpServletResponse head =
                mvc.head().uri(URI.create(MAP)).exchange().getResponse();

        assertThat(head.getStatus()).isEqualTo(200);
        assertThat(head.getContentAsByteArray()).isEmpty();
        assertThat(head.getContentLength()).isEqualTo(full.getContentLength());
        assertThat(head.getContentType()).isEqualTo(full.getContentType());
        assertThat(etag(head)).isEqualTo(etag(full));
    }

    @Test
    void anyWebPage_mayReadAnswersAndTheirIdentity() {
        MockHttpServletResponse response = mvc.get()
                .uri(URI.create(MAP))
                .header("Origin", "https://charts.example")
                .exchange()
                .getResponse();

        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(String.join(", ", response.getHeaders("Access-Control-Expose-Headers")))
                .contains("ETag", "X-Request-Id", "Retry-After");
    }

    @Test
    void anyWebPage_mayReadProblems() {
        MockHttpServletResponse response = mvc.get()
                .uri(URI.create("/api/liquidations?range=x"))
                .header("Origin", "https://charts.example")
                .exchange()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void preflight_allowsReadingOnly() {
        assertThat(mvc.options()
                        .uri(URI.create(MAP))
                        .header("Origin", "https://charts.example")
                        .header("Access-Control-Request-Method", "GET"))
                .hasStatusOk()
                .hasHeader("Access-Control-Allow-Methods", "GET,HEAD");
        assertThat(mvc.options()
                        .uri(URI.create(MAP))
                        .header("Origin", "https://charts.example")
                        .header("Access-Control-Request-Method", "DELETE"))
                .hasStatus(403)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("\"code\":\"origin-refused\"", "\"requestId\":\"");
    }

    private MockHttpServletResponse get(String uri) {
        return mvc.get().uri(URI.create(uri)).exchange().getResponse();
    }

    private MockHttpServletResponse compressed(String uri, String acceptEncoding) {
        return mvc.get()
                .uri(URI.create(uri))
                .header("Accept-Encoding", acceptEncoding)
                .exchange()
                .getResponse();
    }

    private static String etag(MockHttpServletResponse response) {
        return String.valueOf(response.getHeader("ETag"));
    }
}
