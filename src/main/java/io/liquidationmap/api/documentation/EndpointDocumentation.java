package io.liquidationmap.api.documentation;

import io.liquidationmap.api.access.Caller;
import io.liquidationmap.api.problem.Problem;
import io.liquidationmap.api.query.BodyReaders;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.RequestReaders;
import io.liquidationmap.api.representation.FormatParameter;
import io.liquidationmap.api.stream.EventStream;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Describes each endpoint by what it reads: its parameters, the formats of its answer and the errors to expect.
@Component
class EndpointDocumentation implements OperationCustomizer {

    private static final String PROBLEM_JSON = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private static final String NO_KEY = "The request has no API key, or one that is not known.";

    /// This description is read far from the instance that gave it, and is true of those with other settings too.
    private static final String NO_KEY_WHERE_NEEDED = "Where the service is configured with API keys (components"
            + ".securitySchemes): the request has none, or one that is not known.";

    private static final String TOO_MUCH = "Too much is being computed (code busy), or, where the service limits"
            + " requests, the client has sent too many (rate-limited): try again after Retry-After seconds.";

    private static final String TOO_OFTEN = "Where the service limits requests: the client has sent too many"
            + " (code rate-limited). Try again after Retry-After seconds.";

    private static final String TOO_MANY_CLIENTS = "As many clients follow as are served (code too-many-clients), too"
            + " much is being computed (busy), or, where the service limits requests, the client has sent too many"
            + " (rate-limited): try again after Retry-After seconds.";

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String LAST_EVENT_ID_PARAMETER = "lastEventId";
    private static final String LAST_EVENT_ID_MEANING =
            "What was received last, to go on from there; browsers send it by"
                    + " themselves. Unlike in the parameter, what is no id is as none.";

    private final RequestReaders readers;
    private final BodyReaders bodies;

    EndpointDocumentation(RequestReaders readers, BodyReaders bodies) {
        this.readers = readers;
        this.bodies = bodies;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        List<Parameter<?>> parameters = readers.parametersOf(handler);
        parameters.stream().map(ParameterDocumentation::of).forEach(operation::addParametersItem);
        describeBody(operation, bodies.fieldsOf(handler));
        Set<String> names = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
        boolean stream = handler.getMethod().getReturnType() == EventStream.class;
        if (!stream) {
            describeAnswer(operation.getResponses(), names.contains(FormatParameter.FORMAT.name()));
        }
        describeErrors(operation.getResponses(), names);
        describeErrorsOfAlerts(operation);
        if (Arrays.asList(handler.getMethod().getParameterTypes()).contains(Caller.class)) {
            describeKey(operation);
        }
        if (stream) {
            parameters.stream()
                    .filter(parameter -> parameter.name().equals(LAST_EVENT_ID_PARAMETER))
                    .map(parameter -> ParameterDocumentation.header(LAST_EVENT_ID, LAST_EVENT_ID_MEANING, parameter))
                    .forEach(operation::addParametersItem);
            addLater(operation.getResponses(), 429, TOO_MANY_CLIENTS);
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2") || status.equals("429")) {
                HeaderDocumentation.describeLimits(response);
            }
        });
        return operation;
    }

    private static void describeBody(Operation operation, List<Parameter<?>> fields) {
        if (!fields.isEmpty()) {
            MediaType json = new MediaType().schema(ParameterDocumentation.object(fields));
            operation.setRequestBody(new RequestBody()
                    .required(true)
                    .content(new Content()
                            .addMediaType(org.springframework.http.MediaType.APPLICATION_JSON_VALUE, json)));
        }
    }

    private static void describeAnswer(ApiResponses responses, boolean tabular) {
        ApiResponse answer = responses.get("200");
        if (answer == null) {
            responses.values().forEach(response -> response.setDescription("Done."));
            if (responses.containsKey("204")) {
                responses.get("204").setContent(null);
            }
            return;
        }
        answer.setDescription("The answer.");
        HeaderDocumentation.describeAnswer(answer);
        if (tabular) {
            Schema<?> table = new StringSchema().description("The same as a table: a header row, one unit per column.");
            answer.getContent().addMediaType("text/csv", new MediaType().schema(table));
        }
        responses.addApiResponse("304", new ApiResponse().description("The client has the answer already."));
    }

    private static void describeErrors(ApiResponses responses, Set<String> parameters) {
        add(responses, 400, "A parameter is missing, wrong or unknown: errors names it and what is allowed.");
        boolean asksOfMarkets = parameters.contains("symbol") || parameters.contains("symbols");
        if (asksOfMarkets) {
            add(responses, 404, "The symbol or venue is not known.");
        }
        HeaderDocumentation.describeChallenge(add(responses, 401, NO_KEY_WHERE_NEEDED));
        add(responses, 406, "The request accepts no format there is.");
        // A position is worked out from the terms of its venue, which have no beginning and cost nothing to compute.
        boolean positions = parameters.contains("entry");
        boolean readsHistory = parameters.contains("asOf") && !positions;
        if (readsHistory && asksOfMarkets) {
            add(responses, 422, "Valid, but not answerable: before the stored history, or beyond the map.");
        }
        addLater(responses, 429, readsHistory ? TOO_MUCH : TOO_OFTEN);
        add(responses, 500, "A mistake of the service.");
        addLater(responses, 503, "No data yet, or the database does not answer: the detail says since when.");
    }

    /// What belongs to a key, of which this description may be read where there are none.
    private static void describeKey(Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.API_KEY));
        HeaderDocumentation.describeChallenge(add(operation.getResponses(), 401, NO_KEY));
        add(
                operation.getResponses(),
                403,
                "The service is configured without API keys (code keys-not-configured), so nobody can have alerts.");
    }

    /// What has a body or an identity in its path is an alert.
    private static void describeErrorsOfAlerts(Operation operation) {
        ApiResponses responses = operation.getResponses();
        if (operation.getRequestBody() != null) {
            add(responses, 404, "The symbol or venue is not known.");
            add(responses, 409, "The key has as many alerts as one may have.");
            add(responses, 415, "The body is not sent as application/json.");
            add(responses, 422, "Valid, but there is no map of that market.");
            addLater(responses, 429, TOO_MUCH);
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            add(responses, 404, "No alert of the key has that id.");
        }
    }

    private static void addLater(ApiResponses responses, int status, String description) {
        HeaderDocumentation.describeRetry(add(responses, status, description));
    }

    private static ApiResponse add(ApiResponses responses, int status, String description) {
        Schema<?> problem = new Schema<>().$ref(Problem.class.getSimpleName());
        Content content = new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(problem));
        ApiResponse response = new ApiResponse().description(description).content(content);
        responses.addApiResponse(Integer.toString(status), response);
        return response;
    }
}
