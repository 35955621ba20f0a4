package io.liquidationmap.api.catalog;

import io.liquidationmap.api.catalog.Endpoints.Endpoint;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.Model;
import io.liquidationmap.market.Range;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the service can be asked.
record CapabilitiesAnswer(
        @Schema(description = "The accounts of the positions there are.")
        List<String> models,

        @Schema(description = "How a range may be written.") String ranges,
        @Schema(description = "How much may be asked for.") LimitsEntry limits,
        @Schema(description = "The endpoints, by path.") List<EndpointEntry> endpoints)
        implements Tabular {

    static final Tables<CapabilitiesAnswer> TABLES = Tables.<CapabilitiesAnswer>withMain("parameters")
            .and("endpoints", answer -> EndpointEntry.COLUMNS.table(answer.endpoints))
            .and("models", answer -> Columns.<String>of("model", model -> model).table(answer.models))
            .and("limits", answer -> LimitsEntry.COLUMNS.table(List.of(answer.limits)));

    static CapabilitiesAnswer of(LimitsEntry limits, List<Endpoint> endpoints) {
        return new CapabilitiesAnswer(
                Arrays.stream(Model.values()).map(Choice::nameOf).toList(),
                Range.ALLOWED,
                limits,
                endpoints.stream().map(EndpointEntry::of).toList());
    }

    /// One row for each parameter; one without for an endpoint that has none.
    @Override
    public Table table() {
        Table table = Table.withColumns(List.of(
                "method", "path", "formats", "parameter", "required", "allowed", "default", "example", "description"));
        for (EndpointEntry endpoint : endpoints) {
            String formats = String.join(" ", endpoint.formats());
            if (endpoint.parameters().isEmpty()) {
                table.row(endpoint.method(), endpoint.path(), formats, null, null, null, null, null, null);
            }
            for (ParameterEntry parameter : endpoint.parameters()) {
                table.row(
                        endpoint.method(),
                        endpoint.path(),
                        formats,
                        parameter.name(),
                        parameter.required(),
                        parameter.allowed(),
                        parameter.defaultValue(),
                        parameter.example(),
                        parameter.description());
            }
        }
        return table;
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// An endpoint.
    record EndpointEntry(
            @Schema(example = "GET") String method,
            @Schema(example = "/api/liquidations") String path,
            String summary,

            @Schema(
                    description =
                            "In which formats it answers: json, csv, svg, png or event-stream; none without a body.")
            List<String> formats,

            List<ParameterEntry> parameters) {

        static final Columns<EndpointEntry> COLUMNS = Columns.<EndpointEntry>of("method", EndpointEntry::method)
                .and("path", EndpointEntry::path)
                .and("summary", EndpointEntry::summary)
                .and("formats", endpoint -> String.join(" ", endpoint.formats));

        static EndpointEntry of(Endpoint endpoint) {
            return new EndpointEntry(
                    endpoint.method(),
                    endpoint.path(),
                    endpoint.summary(),
                    endpoint.formats(),
                    endpoint.parameters().stream().map(ParameterEntry::of).toList());
        }
    }

    /// A query parameter.
    record ParameterEntry(
            @Schema(example = "range") String name,
            boolean required,
            @Schema(description = "What is accepted.") String allowed,

            @Schema(description = "What holds when it is not given; null if nothing does.") @Nullable String defaultValue,

            String example,
            String description) {

        static ParameterEntry of(Parameter<?> parameter) {
            return new ParameterEntry(
                    parameter.name(),
                    parameter.required(),
                    parameter.type().allowed(),
                    parameter.defaultText(),
                    parameter.example(),
                    parameter.description());
        }
    }
}
