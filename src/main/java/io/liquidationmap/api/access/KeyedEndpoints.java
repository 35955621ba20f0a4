package io.liquidationmap.api.access;

import io.liquidationmap.api.ApiProperties;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.springdoc.core.filters.OpenApiMethodFilter;
import org.springframework.stereotype.Component;

/// What belongs to a key can only be had where there are keys; where there are none, it is neither listed nor described.
@Component
public class KeyedEndpoints implements OpenApiMethodFilter {

    private final ApiProperties properties;

    KeyedEndpoints(ApiProperties properties) {
        this.properties = properties;
    }

    /// Whether an endpoint can be had here.
    public boolean isThere(Method endpoint) {
        return properties.needsKey()
                || Arrays.stream(endpoint.getParameterTypes()).noneMatch(type -> type == Caller.class);
    }

    @Override
    public boolean isMethodToInclude(Method method) {
        return isThere(method);
    }
}
