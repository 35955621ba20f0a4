package io.liquidationmap.api.documentation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.problem.Problem;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Describes which fields of an answer are always there and which may be null, as the answer's record declares it:
/// the library that makes the schemas does not read the annotations of types.
@Component
class FieldDocumentation implements OpenApiCustomizer {

    private static final String MILLIS = "Ms";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    FieldDocumentation(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void customise(OpenAPI description) {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        Stream.concat(answers(), Stream.of(Problem.class)).forEach(type -> collect(type, records));
        records.forEach((name, type) -> {
            Schema<?> schema = description.getComponents().getSchemas().get(name);
            if (schema != null) {
                describe(schema, type);
            }
        });
    }

    private Stream<Class<?>> answers() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .map(handler -> handler.getMethodAnnotation(ApiResponse.class))
                .flatMap(response -> response == null ? Stream.empty() : Stream.of(response.content()))
                .flatMap(content -> Stream.concat(
                        Stream.of(content.schema().implementation()),
                        Stream.of(content.schema().oneOf())));
    }

    private static void collect(Class<?> type, Map<String, Class<?>> records) {
        if (type.isRecord() && records.putIfAbsent(schemaName(type), type) == null) {
            for (RecordComponent field : type.getRecordComponents()) {
                collect(elementType(field), records);
            }
        }
    }

    private static Class<?> elementType(RecordComponent field) {
        ResolvableType type = ResolvableType.forType(field.getGenericType());
        return (type.hasGenerics() ? type.getGeneric(0) : type).toClass();
    }

    private static void describe(Schema<?> schema, Class<?> type) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        boolean nullIsLeftOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
        for (RecordComponent field : type.getRecordComponents()) {
            boolean nullable = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (field.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(schema, field.getType());
            } else if (!nullable || !nullIsLeftOut) {
                schema.addRequiredItem(field.getName());
            }
            Schema<?> property = schema.getProperties().get(field.getName());
            if (property != null
                    && property.getDescription() == null
                    && field.getName().endsWith(MILLIS)) {
                String instant = field.getName().substring(0, field.getName().length() - MILLIS.length());
                property.setDescription("The instant of `" + instant + "`, epoch milliseconds.");
            }
            if (nullable && !nullIsLeftOut) {
                allowNull(property);
            }
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the type of a property's values is not known here
    private static void allowNull(@Nullable Schema property) {
        if (property == null) {
            return;
        }
        if (property.get$ref() != null) {
            // Beside a reference a type would have to hold as well.
            property.setAnyOf(List.of(new Schema<>().$ref(property.get$ref()), new Schema<>().types(Set.of("null"))));
            property.set$ref(null);
            return;
        }
        property.addType("null");
        if (property.getEnum() != null) {
            List<@Nullable Object> choices = new ArrayList<>(property.getEnum());
            choices.add(null);
            property.setEnum(choices);
        }
    }

    private static String schemaName(Class<?> type) {
        io.swagger.v3.oas.annotations.media.Schema schema =
                type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }
}
