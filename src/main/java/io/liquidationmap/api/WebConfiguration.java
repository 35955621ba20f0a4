package io.liquidationmap.api;

import io.liquidationmap.api.query.RequestReaders;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Teaches Spring MVC how requests are read and replies are sent, and browsers whose pages may read them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final long PREFLIGHT_SECONDS = 3_600;

    private final ApiProperties properties;
    private final RequestReaders readers;
    private final List<HandlerMethodReturnValueHandler> writers;

    /// @param writers those of this module: the framework's own are not beans
    WebConfiguration(ApiProperties properties, RequestReaders readers, List<HandlerMethodReturnValueHandler> writers) {
        this.properties = properties;
        this.readers = readers;
        this.writers = writers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(readers);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.addAll(writers);
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/**")
                .allowedOrigins(properties.cors().allowedOrigins().toArray(String[]::new))
                .allowedMethods("GET", "HEAD")
                .exposedHeaders(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, "X-Request-Id")
                .maxAge(PREFLIGHT_SECONDS);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/swagger-ui/index.html");
    }
}
