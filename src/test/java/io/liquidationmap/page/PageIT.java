package io.liquidationmap.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// How the page's files are served.
@PageTest
class PageIT {

    @LocalServerPort
    int port;

    private Api service = new Api("");

    @BeforeEach
    void reach() {
        service = new Api("http://localhost:" + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/app/main.js", "/style/page.css", "/icon.svg"})
    void file_mayDoNothingButShowItself(String path) {
        HttpResponse<String> response = service.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void file_isAskedForAgain_butSentOnce() {
        HttpResponse<String> first = service.get("/app/main.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = service.get("/app/main.js", "If-None-Match", tag);

        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(service.get("/app/api.js").headers().firstValue("ETag").orElseThrow())
                .isNotEqualTo(tag);
    }

    @Test
    void file_isCompressed() {
        assertThat(service.get("/vendor/echarts/echarts.esm.min.js", "Accept-Encoding", "gzip")
                        .headers()
                        .allValues("Content-Encoding"))
                .containsExactly("gzip");
    }

    @Test
    void licences_comeAlong() {
        assertThat(service.get("/vendor/echarts/LICENSE").body()).contains("Apache License");
        assertThat(service.get("/vendor/echarts/NOTICE").body()).contains("Apache ECharts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/app/", "/app/nothing.js", "/api/nowhere", "/WEB-INF/web.xml", "/application.yaml"})
    void unknownRoute_isAProblem_alsoForBrowsers(String path) {
        HttpResponse<String> response = service.get(path, "Accept", "text/html,*/*;q=0.8");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.body()).contains("unknown-route");
    }

    @Test
    void api_isWhereItWas() {
        assertThat(service.get("/api").body()).contains("/api/liquidations");
        assertThat(service.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }
}
