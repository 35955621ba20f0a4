package io.liquidationmap.api.access;

import io.liquidationmap.api.ApiProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What is not for everybody. Paths are read and compared as by the web framework when it looks for a controller, so
/// that no spelling (`/%61pi`, `/api;x=1`) reaches a controller past this.
@Component
class GuardedPaths {

    private static final List<String> INTERFACE = List.of("/api/**");
    private static final List<String> DOCUMENTATION =
            List.of("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html");

    private final List<PathPattern> patterns;

    GuardedPaths(ApiProperties properties) {
        this.patterns = Stream.concat(
                        INTERFACE.stream(), DOCUMENTATION.stream().filter(_ -> properties.documentationNeedsKey()))
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    boolean include(HttpServletRequest request) {
        PathContainer path = RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
