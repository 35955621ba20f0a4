package io.liquidationmap.alerts.webhook;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.config.Http1Config;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The client that messages leave by. It resolves names when it connects and connects to what it has resolved, so that
/// a name cannot be one address when it is looked at and another when it is used.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 16_384;

    @Bean
    DnsResolver receiverNames() {
        return SystemDefaultDnsResolver.INSTANCE;
    }

    @Bean
    CloseableHttpClient webhookClient(DnsResolver receiverNames, Receivers receivers, WebhookProperties properties) {
        return new HttpComponentsHttpClientBuilder()
                .withDnsResolver(receiverNames)
                .withConnectionManagerCustomizer(WebhookConfiguration::boundWhatIsRead)
                .withCustomizer(WebhookConfiguration::sendOnceAndForget)
                .build(HttpClientSettings.defaults()
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withCookieHandling(HttpCookieHandling.DISABLE)
                        .withTimeouts(properties.connectTimeout(), properties.readTimeout())
                        .withInetAddressFilter(receivers.allowed()));
    }

    /// Whatever a receiver answers, it cannot fill the memory.
    private static void boundWhatIsRead(PoolingHttpClientConnectionManagerBuilder connections) {
        Http1Config head = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        connections
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(head)
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS);
    }

    /// Nothing is repeated or remembered, and no proxy is asked: it would resolve names by itself.
    private static void sendOnceAndForget(HttpClientBuilder client) {
        client.setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression();
    }
}
