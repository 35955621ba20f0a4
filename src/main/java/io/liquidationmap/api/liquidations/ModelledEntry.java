package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Unknown;
import io.liquidationmap.engine.MapComparison;
import io.liquidationmap.engine.MapComparison.Amount;
import io.liquidationmap.maps.ExactMap;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A modelled map against known positions.
record ModelledEntry(
        @Schema(example = "conserved") String model,

        @Schema(description = "Positions opened within the last …", example = "730d")
        String range,

        @Schema(description = "Name and version of the model and its parameters.")
        String version,

        @Schema(description = "Digest of every bar and parameter the modelled map depends on.")
        String inputHash,

        @Schema(description = "How far amounts are off.") List<DistanceEntry> distances,

        @Schema(
                description = "Share of the ten heaviest known clusters within 20 % that the model has within half a"
                        + " percent of the price; null where none is known.")
        @Nullable Double clusterHitRate) {

    static ModelledEntry of(ExactMap map) {
        MapComparison comparison = map.comparison();
        return new ModelledEntry(
                Choice.nameOf(map.market().model()),
                map.market().range().toString(),
                map.market().modelVersion(),
                map.market().inputHash(),
                MapComparison.DISTANCES.stream()
                        .map(distance -> DistanceEntry.of(distance, comparison))
                        .toList(),
                Unknown.asNull(comparison.clusterHitRate()));
    }

    /// The amounts out to one distance.
    record DistanceEntry(
            @Schema(description = "Percent of the price, up and down.")
            double distancePct,

            @Schema(
                    description = "The factor, at least 1, by which the model is off: e to the mean over both sides of"
                            + " |ln(modelledUsd / knownUsd)|; null where nothing is known.")
            @Nullable Double factorError,

            @Schema(description = "Side by side; without a side of which nothing is known.")
            List<SideEntry> sides) {

        static DistanceEntry of(double distance, MapComparison comparison) {
            return new DistanceEntry(
                    Percent.of(distance),
                    Unknown.asNull(comparison.factorError(distance)),
                    comparison.amounts().stream()
                            .filter(amount -> Double.compare(amount.distance(), distance) == 0)
                            .map(SideEntry::of)
                            .toList());
        }
    }

    /// The amounts of one side.
    record SideEntry(
            @Schema(
                    description = "Whose positions.",
                    allowableValues = {"long", "short"})
            String side,

            @Schema(description = "Known positions, US dollars.")
            double knownUsd,

            @Schema(description = "As modelled, times the known share of the side, US dollars.")
            double modelledUsd) {

        static SideEntry of(Amount amount) {
            return new SideEntry(Choice.nameOf(amount.side()), amount.knownUsd(), amount.modelledUsd());
        }
    }
}
