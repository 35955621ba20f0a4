package io.liquidationmap.api.documentation;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Names each operation after its method and path, `getLiquidationsPriceFor`: generated clients call their methods so,
/// and those must not change when a controller does.
@Component
class OperationNames implements OpenApiCustomizer {

    private static final String ROOT = "/api";

    @Override
    public void customise(OpenAPI description) {
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operation.setOperationId(name(method.name(), path))));
    }

    private static String name(String method, String path) {
        String verb = method.toLowerCase(Locale.ROOT);
        if (path.equals(ROOT)) {
            return verb + "Index";
        }
        return Arrays.stream(path.substring(ROOT.length()).split("[/.-]"))
                .map(OperationNames::word)
                .collect(Collectors.joining("", verb, ""));
    }

    private static String word(String part) {
        return part.startsWith("{")
                ? "By" + StringUtils.capitalize(part.substring(1, part.length() - 1))
                : StringUtils.capitalize(part);
    }
}
