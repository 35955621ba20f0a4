package io.liquidationmap.api.documentation;

import static java.util.Objects.requireNonNull;

import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.problem.Problem;
import io.liquidationmap.api.problem.ProblemCode;
import io.liquidationmap.api.query.BodyReader;
import io.liquidationmap.api.query.RequestReader;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The frame of the OpenAPI description.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /// What the key of a request is called.
    static final String API_KEY = "apiKey";

    private static final String DESCRIPTION = """
            Estimates where leveraged positions would be liquidated. Every number is a modelled estimate, not a \
            record of positions.

            - Times are RFC 3339 UTC, and the same instant in epoch milliseconds in the field ending in `Ms`.
            - Amounts are US dollars at the current price in fields ending in `Usd`; percentages end in `Pct`, and 5 \
            means 5 %.
            - The side of a liquidation is the side of the position: longs are liquidated below the price, shorts above.
            - What is unknown is null.
            - Every refused request is an RFC 9457 problem that names the parameter and what is allowed.
            """;

    @Bean
    OpenAPI openApi(
            ObjectProvider<BuildProperties> build,
            List<RequestReader<?>> readers,
            List<BodyReader<?>> bodies,
            ApiProperties properties) {
        // Requests are described by their parameters: as objects they would appear as one parameter each.
        readers.forEach(reader -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(reader.type()));
        bodies.forEach(body -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(body.type()));
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
        // No controller returns a problem, so none would be described.
        Components components = new Components();
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        HeaderDocumentation.addTo(components);
        enumerateCodes(requireNonNull(components.getSchemas().get(Problem.class.getSimpleName())));
        OpenAPI description = new OpenAPI()
                .components(components)
                .info(new Info().title("Liquidation Map").version(version).description(DESCRIPTION));
        // Alerts need one wherever they can be had.
        components.addSecuritySchemes(
                API_KEY,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API key of the service, where it is configured with keys."));
        if (properties.needsKey()) {
            description.addSecurityItem(new SecurityRequirement().addList(API_KEY));
        }
        return description;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the type of a property's values is not known here
    private static void enumerateCodes(Schema problem) {
        Schema code = requireNonNull(((Map<String, Schema>) problem.getProperties()).get("code"));
        code.setEnum(Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList());
    }
}
