package io.liquidationmap.api.catalog;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.RequestReaders;
import io.liquidationmap.api.representation.Format;
import io.liquidationmap.api.representation.FormatParameter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The endpoints of the interface, as the controllers declare and describe them.
@Component
class Endpoints {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final RequestReaders readers;

    /// @param mappings known only after the controllers, this class's users among them, have been made
    Endpoints(ObjectProvider<RequestMappingHandlerMapping> mappings, RequestReaders readers) {
        this.mappings = mappings;
        this.readers = readers;
    }

    /// All of them, by path.
    List<Endpoint> all() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(this::endpoints)
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    private Stream<Endpoint> endpoints(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        HandlerMethod handler = entry.getValue();
        Operation operation = handler.getMethodAnnotation(Operation.class);
        if (operation == null || operation.hidden()) {
            return Stream.empty();
        }
        Set<RequestMethod> methods = entry.getKey().getMethodsCondition().getMethods();
        List<Parameter<?>> parameters = readers.parametersOf(handler);
        List<String> formats = formats(handler, parameters.contains(FormatParameter.FORMAT));
        return entry.getKey().getPatternValues().stream()
                .flatMap(path -> methods.stream()
                        .map(method -> new Endpoint(method.name(), path, operation.summary(), formats, parameters)));
    }

    /// By the kind of content the controller declares; without a word, that is JSON.
    private static List<String> formats(HandlerMethod handler, boolean tabular) {
        ApiResponse response = handler.getMethodAnnotation(ApiResponse.class);
        if (response == null || response.content().length == 0) {
            return List.of();
        }
        Stream<String> declared = Arrays.stream(response.content())
                .map(content -> content.mediaType().isEmpty() ? MediaType.APPLICATION_JSON_VALUE : content.mediaType())
                .map(type -> MediaType.valueOf(type).getSubtype().replaceFirst("[+].*", ""));
        return (tabular ? Stream.concat(declared, Stream.of(Choice.nameOf(Format.CSV))) : declared).toList();
    }

    /// An endpoint.
    ///
    /// @param method of HTTP
    /// @param formats of its answers: `json`, `svg`; none where they have no body
    /// @param parameters the query parameters it knows
    record Endpoint(String method, String path, String summary, List<String> formats, List<Parameter<?>> parameters) {}
}
