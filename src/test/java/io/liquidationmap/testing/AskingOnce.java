package io.liquidationmap.testing;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.context.WebApplicationContext;

/// Gives a test with a web server a [RestTestClient] that takes an answer as it comes. The usual one asks again after a
/// 503, as late as the answer's `Retry-After` says, and shows only the second answer.
@TestConfiguration(proxyBeanMethods = false)
public class AskingOnce {

    @Bean
    RestTestClient restTestClient(WebApplicationContext context) {
        return RestTestClient.bindToServer(requests())
                .uriBuilderFactory(LocalTestWebServer.obtain(context).uriBuilderFactory())
                .build();
    }

    /// How such a client sends.
    public static ClientHttpRequestFactory requests() {
        return new HttpComponentsClientHttpRequestFactory(HttpClientBuilder.create()
                .useSystemProperties()
                .disableAutomaticRetries()
                .build());
    }
}
