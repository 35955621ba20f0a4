package io.liquidationmap.api.documentation;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.ValueType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
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
            object.addProperty(field.name(), field(field));
            if (field.required()) {
                object.addRequiredItem(field.name());
            }
        }
        return object;
    }

    /// A field; several values are a list there.
    private static Schema<Object> field(Parameter<?> field) {
        ValueType<?> each = field.type().each();
        Schema<Object> schema = each == null ? schema(field) : list(each);
        Object example = valueOf(field.example(), field.type());
        schema.setExample(each == null ? example : List.of(field.example().split(",")));
        schema.setDescription(description(field));
        return schema;
    }

    private static Schema<Object> list(ValueType<?> each) {
        Schema<Object> list = new Schema<>();
        list.addType("array");
        list.setType("array");
        list.setItems(schema(each));
        return list;
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

    /// A header that says the same as a parameter.
    static HeaderParameter header(String name, String description, Parameter<?> parameter) {
        HeaderParameter documented = new HeaderParameter();
        documented.setName(name);
        documented.setDescription(description + allowed(parameter));
        documented.setExample(valueOf(parameter.example(), parameter.type()));
        documented.setSchema(schema(parameter));
        return documented;
    }

    private static Schema<Object> schema(Parameter<?> parameter) {
        Schema<Object> schema = schema(parameter.type());
        if (parameter.defaultText() != null) {
            schema.setDefault(valueOf(parameter.defaultText(), parameter.type()));
        }
        return schema;
    }

    private static Schema<Object> schema(ValueType<?> type) {
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
        return parameter.description() + allowed(parameter);
    }

    private static String allowed(Parameter<?> parameter) {
        return "\n\nAllowed: " + parameter.type().allowed() + ".";
    }

    private static Object valueOf(String text, ValueType<?> type) {
        return switch (type.schemaType()) {
            case "number" -> new BigDecimal(text);
            case "integer" -> Integer.valueOf(text);
            default -> text;
        };
    }
}
