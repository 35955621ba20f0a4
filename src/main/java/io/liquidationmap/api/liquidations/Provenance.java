package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Table;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.Model;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Where an answer comes from: the tail of every answer about a market.
record Provenance(
        @Schema(description = "The history behind the answer, one entry per instrument.")
        List<CoverageEntry> coverage,

        @Schema(description = "How the answer was made.") Method method) {

    static final String CONVENTION = "one-sided: long total = short total = open interest";
    static final String VALUATION = "US dollars at the current price";
    static final String NOTICE = "modelled estimate, not a record of positions";

    private static final String BANDS =
            "fields that end in Low and High are the ends of a band meant to hold the truth in about four of five cases; in"
                    + " simulated markets whose positions are known it held it more often in ordinary ones and less often in"
                    + " hostile ones (docs/accuracy.md); how often it does in real markets is not known";

    static Provenance of(MarketSnapshot snapshot) {
        return of(snapshot.market(), snapshot.errorFactor());
    }

    /// @param errorFactor of the map behind the answer
    static Provenance of(Market market, OptionalDouble errorFactor) {
        return of(market, errorFactor, VALUATION);
    }

    /// @param errorFactor of the map behind the answer
    /// @param valuation at which price positions are turned into dollars
    static Provenance of(Market market, OptionalDouble errorFactor, String valuation) {
        return new Provenance(
                market.coverage().stream().map(CoverageEntry::of).toList(),
                new Method(
                        market.modelVersion(),
                        market.inputHash(),
                        CONVENTION,
                        valuation,
                        errorFactor.isPresent() ? bands(market.model()) : null,
                        errorFactor.isPresent() ? errorFactor.getAsDouble() : null,
                        NOTICE));
    }

    /// The coverage as a table.
    Table table(MarketEcho market) {
        return market.table(CoverageEntry.COLUMNS, coverage);
    }

    /// How to read the ends of bands; null for a model that claims none.
    static @Nullable String bands(Model model) {
        return model == Model.CONSERVED ? BANDS : null;
    }

    /// How an answer was made.
    record Method(
            @Schema(description = "Name and version of the model and its parameters.")
            String version,

            @Schema(description = "Digest of every bar and parameter the answer depends on.")
            String inputHash,

            @Schema(description = "How the two sides relate to open interest.")
            String convention,

            @Schema(description = "At which price positions are turned into dollars.")
            String valuation,

            @Schema(description = "How to read the ends of bands; null where no band is claimed.") @Nullable String bands,

            @Schema(
                    description =
                            "The number by which amounts within 10 % of the price are to be multiplied and divided"
                                    + " to get the band in which the truth lies in four of five cases; null where no band is"
                                    + " claimed.",
                    example = "1.94")
            @Nullable Double errorFactor,

            @Schema(description = "What the numbers are not.")
            String notice) {}
}
