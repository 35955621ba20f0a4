package io.liquidationmap.api.query;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands controllers their requests, read from the query string and verified.
@Component
public class RequestReaders implements HandlerMethodArgumentResolver {

    private final Map<Class<?>, RequestReader<?>> readers;

    RequestReaders(List<RequestReader<?>> readers) {
        this.readers = readers.stream().collect(toUnmodifiableMap(RequestReader::type, Function.identity()));
    }

    /// The query parameters of an endpoint; none if it reads no request.
    public List<Parameter<?>> parametersOf(HandlerMethod endpoint) {
        Optional<RequestReader<?>> reader = Arrays.stream(endpoint.getMethodParameters())
                .filter(this::supportsParameter)
                .findFirst()
                .map(parameter -> readers.get(parameter.getParameterType()));
        return reader.map(RequestReader::parameters).orElse(List.of());
    }

    /// Whether values of this type come from here.
    public boolean reads(Class<?> type) {
        return readers.containsKey(type);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return reads(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        RequestReader<?> reader = readers.get(parameter.getParameterType());
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        Assert.state(reader != null && request != null, "only supported parameters of servlet requests are resolved");
        return reader.verified(new Query(parametersOf(request), request.getHeader(HttpHeaders.ACCEPT)));
    }

    private static Map<String, String[]> parametersOf(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            throw new MalformedQueryException(e);
        }
    }
}
