package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.problem.Problem;
import io.liquidationmap.api.query.ParameterError;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@WebMvcTest
@Import(ApiFixture.class)
class RefusalTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester mvc;

    RefusalTest(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refused.csv", delimiter = '|', emptyValue = "")
    void badParameter_isNamedWithWhatIsAllowed(String uri, String parameter, String message, String allowed) {
        MvcTestResult result = get(uri);

        assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Problem problem = problemOf(result);
        assertThat(problem.type()).hasToString("urn:liquidation-map:problem:bad-parameter");
        assertThat(problem.title()).isEqualTo("Bad parameter");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("bad-parameter");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.parameter()).isEqualTo(parameter);
            assertThat(error.message()).contains(message);
            assertThat(error.allowed()).contains(allowed);
        });
    }

    @Test
    void badParameters_areReportedTogether() {
        Problem problem = problemOf(get("/api/liquidations?range=x&buckets=1&model=y&rnage=30d&asOf=5"));

        assertThat(problem.errors())
                .extracting(ParameterError::parameter)
                .containsExactly("range", "asOf", "model", "buckets", "rnage");
        assertThat(problem.detail()).contains("4 more");
    }

    @Test
    void unknownParameters_areNotAllRepeated() {
        StringBuilder uri = new StringBuilder("/api/liquidations?");
        for (int i = 0; i < 900; i++) {
            uri.append("p").append(i).append("&");
        }

        assertThat(problemOf(get(uri.toString())).errors()).hasSize(10);
    }

    @Test
    void overlongValue_isRefusedWithoutRepeatingIt() {
        String overlong = "A".repeat(5_000);

        MvcTestResult result =
                get("/api/liquidations?symbol=" + overlong + "&asOf=" + overlong + "&" + overlong + "=1");

        assertThat(result).hasStatus(400);
        assertThat(result).bodyText().doesNotContain("A".repeat(50));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "unanswerable.csv", delimiter = '|', emptyValue = "")
    void unanswerableRequest_saysWhy(
            String uri, int status, String code, String parameter, String detail, String retryAfter) {
        MvcTestResult result = get(uri);

        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).hasHeader("Cache-Control", "no-store");
        assertThat(result.getResponse().getHeader("Retry-After")).isEqualTo(retryAfter);
        Problem problem = problemOf(result);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail()).contains(detail);
        assertThat(problem.errors())
                .extracting(ParameterError::parameter)
                .isEqualTo(parameter == null ? List.of() : List.of(parameter));
    }

    @Test
    void mistakeOfTheService_showsNothingOfItsInside() {
        MvcTestResult result = get("/api/liquidations?symbol=BUG");

        assertThat(result).hasStatus(500).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyText().doesNotContain("secret", "Exception", "io.liquidationmap");
    }

    @Test
    void storeDown_showsNothingOfItsInside() {
        assertThat(get("/api/liquidations?symbol=DOWN")).bodyText().doesNotContain("10.0.0.7");
    }

    @Test
    void unknownMethod_isToldWhichThereAre() {
        MvcTestResult result =
                mvc.method(HttpMethod.POST).uri("/api/liquidations").exchange();

        assertThat(result).hasStatus(405).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result.getResponse().getHeader("Allow")).contains("GET", "HEAD", "OPTIONS");
        assertThat(problemOf(result).code()).isEqualTo("method-not-allowed");
    }

    @Test
    void requestId_isTheClientsOwn() {
        MvcTestResult result = mvc.get()
                .uri("/api/liquidations?range=x")
                .header("X-Request-Id", "order-66")
                .exchange();

        assertThat(result.getResponse().getHeader("X-Request-Id")).isEqualTo("order-66");
        assertThat(problemOf(result).requestId()).isEqualTo("order-66");
    }

    @Test
    void requestId_isNewWhereTheClientsIsNotUsable() {
        MvcTestResult result = mvc.get()
                .uri("/api/liquidations?range=x")
                .header("X-Request-Id", "a b<c>")
                .exchange();

        assertThat(result.getResponse().getHeader("X-Request-Id"))
                .matches("[0-9a-f-]{36}")
                .isEqualTo(problemOf(result).requestId());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "unacceptable.csv", delimiter = '|')
    void unacceptableFormat_isToldWhichThereAre(String uri, String accept, String offered) {
        MvcTestResult result =
                mvc.get().uri(URI.create(uri)).header("Accept", accept).exchange();

        assertThat(result).hasStatus(406).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result.getResponse().getHeader("Accept")).isEqualTo(offered);
        assertThat(problemOf(result).code()).isEqualTo("not-acceptable");
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(URI.create(uri)).exchange();
    }

    private static Problem problemOf(MvcTestResult result) {
        return JSON.readValue(result.getResponse().getContentAsByteArray(), Problem.class);
    }
}
