package io.liquidationmap.api.documentation;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.ValueType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;

/// Query parameters in the words of OpenAPI.
final class ParameterDocumentation {

    private ParameterDocumentation() {}

    static QueryParameter of(Parameter<?> parameter) {
        ValueType<?> type = parameter.type();
        Schema<Object> schema = new Schema<>();
        schema.addType(type.schemaType());
        schema.setType(type.schemaType());
        type.choices().forEach(schema::addEnumItemObject);
        if (parameter.defaultText() != null) {
            schema.setDefault(valueOf(parameter.defaultText(), type));
        }
        QueryParameter documented = new QueryParameter();
        documented.setName(parameter.name());
        documented.setRequired(parameter.required());
        documented.setDescription(parameter.description() + "\n\nAllowed: " + type.allowed() + ".");
        documented.setExample(valueOf(parameter.example(), type));
        documented.setSchema(schema);
        return documented;
    }

    private static Object valueOf(String text, ValueType<?> type) {
        return switch (type.schemaType()) {
            case "number" -> new BigDecimal(text);
            case "integer" -> Integer.valueOf(text);
            default -> text;
        };
    }
}
