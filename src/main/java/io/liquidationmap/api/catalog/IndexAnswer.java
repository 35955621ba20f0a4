package io.liquidationmap.api.catalog;

import io.liquidationmap.api.catalog.Endpoints.Endpoint;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tabular;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Where to go from here.
record IndexAnswer(
        @Schema(description = "The OpenAPI description.") String openapi,

        @Schema(description = "The same to read and to try.")
        String documentation,

        @Schema(description = "The endpoints, by path.") List<Link> endpoints)
        implements Tabular {

    static IndexAnswer of(List<Endpoint> endpoints) {
        return new IndexAnswer(
                "/v3/api-docs",
                "/swagger-ui/index.html",
                endpoints.stream()
                        .map(endpoint -> new Link(endpoint.method(), endpoint.path(), endpoint.summary()))
                        .toList());
    }

    @Override
    public Table table() {
        Table table = Table.withColumns(List.of("method", "path", "summary"));
        endpoints.forEach(link -> table.row(link.method(), link.path(), link.summary()));
        return table;
    }

    /// An endpoint.
    record Link(
            @Schema(example = "GET") String method,
            @Schema(example = "/api/liquidations") String path,
            String summary) {}
}
