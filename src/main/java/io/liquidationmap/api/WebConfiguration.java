package io.liquidationmap.api;

import io.liquidationmap.api.problem.CorsProblems;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Teaches Spring MVC how requests are read and replies are sent, and browsers whose pages may read them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final Duration PREFLIGHT_HOLDS = Duration.ofHours(1);

    private static final List<String> EXPOSED_HEADERS = List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.WWW_AUTHENTICATE,
            "RateLimit",
            "RateLimit-Policy",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "X-Request-Id");

    /// Before a request can be refused, so that pages can read the refusal.
    private static final int CORS_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final List<HandlerMethodArgumentResolver> readers;
    private final List<HandlerMethodReturnValueHandler> writers;

    /// @param readers those of this module, and beside them at most some that are there anyway
    /// @param writers those of this module: the framework's own are not beans
    WebConfiguration(List<HandlerMethodArgumentResolver> readers, List<HandlerMethodReturnValueHandler> writers) {
        this.readers = readers;
        this.writers = writers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(readers);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.addAll(writers);
    }

    @Bean
    static FilterRegistrationBean<CorsFilter> corsFilter(ApiProperties properties, CorsProblems problems) {
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/api/alerts/**", pages(properties, List.of("GET", "HEAD", "POST", "DELETE")));
        paths.registerCorsConfiguration("/**", pages(properties, List.of("GET", "HEAD")));
        CorsFilter cors = new CorsFilter(paths);
        cors.setCorsProcessor(problems);
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(cors);
        filter.setOrder(CORS_ORDER);
        return filter;
    }

    private static CorsConfiguration pages(ApiProperties properties, List<String> methods) {
        CorsConfiguration pages = new CorsConfiguration();
        pages.setAllowedOrigins(properties.cors().allowedOrigins());
        pages.setAllowedMethods(methods);
        pages.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        pages.setExposedHeaders(EXPOSED_HEADERS);
        pages.setMaxAge(PREFLIGHT_HOLDS);
        return pages;
    }
}
