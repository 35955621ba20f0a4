package io.liquidationmap.api.documentation;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.ValueType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.List;

/// Query parameters, and fields of bodies, in the words of OpenAPI.
final class ParameterDocumentation {

    private ParameterDocumentation() {}

    /// The fields of a body.
    static Schema<Object> object(List<Parameter<?>> fields) {
        Schema<Object> object = new Schema<>();
        object.addType("object");
        object.setType("object");
        for (Parameter<?> field : fields) {
            Schema<Object> schema = schema(field);
            schema.setDescription(description(field));
            schema.setExample(valueOf(field.example(), field.type()));
            object.addProperty(field.name(), schema);
            if (field.required()) {
                object.addRequiredItem(field.name());
            }
        }
        return object;
    }

    static QueryParameter of(Parameter<?> parameter) {
        ValueType<?> type = parameter.type();
        Schema<Object> schema = schema(parameter);
        QueryParameter documented = new QueryParameter();
        documented.setName(parameter.name());
        documented.setRequired(parameter.required());
        documented.setDescription(description(parameter));
        documented.setExample(valueOf(parameter.example(), type));
        documented.setSchema(schema);
        return documented;
    }

    private static Schema<Object> schema(Parameter<?> parameter) {
        ValueType<?> type = parameter.type();
        Schema<Object> schema = new Schema<>();
        schema.addType(type.schemaType());
        schema.setType(type.schemaType());
        type.choices().forEach(schema::addEnumItemObject);
        if (type.pattern() != null) {
            schema.setPattern("^(?:" + type.pattern() + ")$");
        }
        if (type.bounds() != null) {
            bound(schema, type.bounds());
        }
        if (parameter.defaultText() != null) {
            schema.setDefault(valueOf(parameter.defaultText(), type));
        }
        return schema;
    }

    private static void bound(Schema<?> schema, ValueType.Bounds bounds) {
        if (bounds.lowestAllowed()) {
            schema.setMinimum(bounds.lowest());
        } else {
            schema.setExclusiveMinimumValue(bounds.lowest());
        }
        schema.setMaximum(bounds.highest());
    }

    private static String description(Parameter<?> parameter) {
        return parameter.description() + "\n\nAllowed: " + parameter.type().allowed() + ".";
    }

    private static Object valueOf(String text, ValueType<?> type) {
        return switch (type.schemaType()) {
            case "number" -> new BigDecimal(text);
            case "integer" -> Integer.valueOf(text);
            default -> text;
        };
    }
}
