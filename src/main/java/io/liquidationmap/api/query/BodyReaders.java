package io.liquidationmap.api.query;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import tools.jackson.databind.json.JsonMapper;

/// Hands controllers their requests, read from the body and verified.
@Component
public class BodyReaders implements HandlerMethodArgumentResolver {

    private static final int MOST_BYTES = 16_384;

    private final Map<Class<?>, BodyReader<?>> readers;
    private final JsonBody bodies;

    BodyReaders(List<BodyReader<?>> readers, JsonMapper json) {
        this.readers = readers.stream().collect(toUnmodifiableMap(BodyReader::type, Function.identity()));
        this.bodies = new JsonBody(json);
    }

    /// The fields of the body an endpoint reads; none if it reads none.
    public List<Parameter<?>> fieldsOf(HandlerMethod endpoint) {
        Optional<BodyReader<?>> reader = Arrays.stream(endpoint.getMethodParameters())
                .filter(this::supportsParameter)
                .findFirst()
                .map(parameter -> readers.get(parameter.getParameterType()));
        return reader.map(BodyReader::fields).orElse(List.of());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return readers.containsKey(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory)
            throws IOException {
        BodyReader<?> reader = readers.get(parameter.getParameterType());
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        Assert.state(reader != null && request != null, "only supported parameters of servlet requests are resolved");
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new MalformedBodyException("The body is longer than " + MOST_BYTES + " bytes.");
        }
        return reader.verified(new Query(bodies.fields(body), request.getHeader(HttpHeaders.ACCEPT)));
    }
}
