package io.liquidationmap.api.documentation;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// Response headers in the words of OpenAPI: those that are always there are required.
final class HeaderDocumentation {

    private static final String WHERE_LIMITED = " Only where the service limits requests.";

    /// What a client is told of its limit.
    private static final Map<String, Header> LIMITS = limits();

    private HeaderDocumentation() {}

    static void describeAnswer(ApiResponse answer) {
        answer.addHeaderObject(
                "ETag", always("Changes whenever the answer does; send it back as If-None-Match.", new StringSchema()));
        answer.addHeaderObject(
                "Cache-Control", always("How long the answer may be used without asking again.", new StringSchema()));
        answer.addHeaderObject(
                "Last-Modified",
                sometimes("Up to when the data behind the answer reach, where that is known.", new StringSchema()));
        answer.addHeaderObject(
                "X-Request-Id", always("What the service's log calls this request.", new StringSchema()));
    }

    static void describeRetry(ApiResponse refusal) {
        refusal.addHeaderObject("Retry-After", always("After how many seconds to try again.", new IntegerSchema()));
    }

    static void describeChallenge(ApiResponse refusal) {
        refusal.addHeaderObject(
                "WWW-Authenticate", always("That a key is to be sent as a bearer token.", new StringSchema()));
    }

    /// Says that a response tells of the limit, in headers that stand among the components.
    static void describeLimits(ApiResponse response) {
        LIMITS.keySet().forEach(name -> response.addHeaderObject(name, new Header().$ref(name)));
    }

    /// What [#describeLimits] refers to.
    static void addTo(Components components) {
        LIMITS.forEach(components::addHeaders);
    }

    private static Map<String, Header> limits() {
        Map<String, Header> limits = new LinkedHashMap<>();
        limits.put("RateLimit-Policy", sometimes("The limit: q requests in w seconds.", new StringSchema()));
        limits.put(
                "RateLimit",
                sometimes("What is left of it: r requests, and t seconds until all of it is.", new StringSchema()));
        limits.put("RateLimit-Limit", sometimes("Requests per period.", new IntegerSchema()));
        limits.put("RateLimit-Remaining", sometimes("Requests that would be answered at once.", new IntegerSchema()));
        limits.put(
                "RateLimit-Reset", sometimes("Seconds until the whole limit is at hand again.", new IntegerSchema()));
        limits.values().forEach(header -> header.setDescription(header.getDescription() + WHERE_LIMITED));
        return limits;
    }

    private static Header always(String description, Schema<?> schema) {
        return new Header().description(description).required(true).schema(schema);
    }

    private static Header sometimes(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }
}
