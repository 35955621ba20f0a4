package io.liquidationmap.api.catalog;

import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.MarketDirectory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// Where the data comes from.
record VenuesAnswer(
        @Schema(description = "The instant the answer is for: the beginning of the present minute.")
        Instant asOf,

        long asOfMs,
        @Schema(description = "By name.") List<VenueEntry> venues)
        implements Tabular {

    static VenuesAnswer of(Instant asOf, List<MarketDirectory.VenueEntry> venues) {
        return new VenuesAnswer(
                asOf,
                asOf.toEpochMilli(),
                venues.stream()
                        .map(entry ->
                                new VenueEntry(entry.venue().name(), entry.simulated(), List.copyOf(entry.symbols())))
                        .toList());
    }

    @Override
    public Table table() {
        Table table = Table.withColumns(List.of("venue", "simulated", "instruments", "as_of"));
        for (VenueEntry venue : venues) {
            table.row(venue.venue(), venue.simulated(), String.join(" ", venue.instruments()), asOf);
        }
        return table;
    }

    /// A venue.
    record VenueEntry(
            @Schema(example = "binance") String venue,

            @Schema(description = "Whether its market is a simulation.")
            boolean simulated,

            @Schema(
                    description =
                            "In the venue's own spelling. None where nothing of it is stored: of such a venue only"
                                    + " the liquidation formula is known.")
            List<String> instruments) {}
}
