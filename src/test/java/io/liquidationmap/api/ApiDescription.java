package io.liquidationmap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAPI description, held against what is answered.
public record ApiDescription(JsonNode document) {

    private static final JsonMapper JSON = new JsonMapper();

    /// Reads it.
    public static ApiDescription of(String text) {
        return new ApiDescription(JSON.readTree(text));
    }

    /// What is described of an endpoint.
    ///
    /// @param path as the description writes it
    /// @param method in lower case
    public JsonNode operation(String path, String method) {
        return document.path("paths").path(path).path(method);
    }

    /// The status is described, and the answer is as described for it; the body too if it is JSON.
    void assertDescribes(JsonNode operation, HttpResponse<String> answer) {
        assertDescribes(
                operation,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
    }

    /// The same of an answer by its parts.
    public void assertDescribes(JsonNode operation, int status, String contentType, String body) {
        JsonNode response = operation.at("/responses/" + status);
        assertThat(response.isMissingNode()).as("%s is described", status).isFalse();
        if (body.isEmpty()) {
            assertThat(response.has("content")).isFalse();
            return;
        }
        String type = contentType.replaceFirst(";.*", "");
        JsonNode content = response.path("content");
        assertThat(content.propertyNames()).contains(type);
        if (type.endsWith("json")) {
            assertThat(mistakes(content.path(type).path("schema"), body)).isEmpty();
        }
    }

    /// What is wrong with a text; strict: a field that is not described is a mistake too.
    public List<?> mistakes(JsonNode schema, String text) {
        ObjectNode complete = schema.deepCopy().asObject();
        ObjectNode components = document.path("components").deepCopy().asObject();
        components.path("schemas").forEach(ApiDescription::forbidOtherFields);
        forbidOtherFields(complete);
        complete.set("components", components);
        Schema described = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(complete);
        return described.validate(JSON.readTree(text));
    }

    private static void forbidOtherFields(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            schema.asObject().put("additionalProperties", false);
        }
    }
}
