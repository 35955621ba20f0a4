package io.liquidationmap.api.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of a JSON object as texts by name, in the forms in which query parameters are written: numbers as they
/// stand, lists with commas between. A field that is null counts as absent.
final class JsonBody {

    private final JsonMapper json;

    JsonBody(JsonMapper json) {
        this.json = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /// @throws MalformedBodyException if it is no JSON object
    /// @throws RefusedParametersException if a field is an object or a boolean, which none is
    Map<String, String[]> fields(byte[] body) {
        JsonNode object = object(body);
        Map<String, String[]> fields = new LinkedHashMap<>();
        List<ParameterError> errors = new ArrayList<>();
        object.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (isScalar(value)) {
                fields.put(field.getKey(), new String[] {value.asString()});
            } else if (value.isArray() && value.values().stream().allMatch(JsonBody::isScalar)) {
                if (!value.isEmpty()) {
                    fields.put(field.getKey(), new String[] {joined(value)});
                }
            } else if (!value.isNull()) {
                errors.add(new ParameterError(
                        Query.printable(field.getKey()),
                        "is not a text, a number or a list of these",
                        "a text, a number or a list of these"));
            }
        });
        if (!errors.isEmpty()) {
            throw new RefusedParametersException(errors);
        }
        return fields;
    }

    private JsonNode object(byte[] body) {
        JsonNode node;
        try {
            node = json.readTree(body);
        } catch (JacksonException _) {
            throw new MalformedBodyException("The body is not valid JSON.");
        }
        if (node == null || !node.isObject()) {
            throw new MalformedBodyException("The body is not a JSON object.");
        }
        return node;
    }

    private static boolean isScalar(JsonNode value) {
        return value.isString() || value.isNumber();
    }

    private static String joined(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).collect(Collectors.joining(","));
    }
}
