package io.liquidationmap.api.accuracy;

import io.liquidationmap.api.representation.Unknown;
import io.liquidationmap.engine.MapComparison;
import io.liquidationmap.maps.ExactMap;
import io.liquidationmap.maps.ExactMap.KnownPart;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the modelled map of one symbol is from the positions of public accounts.
@Schema(name = "KnownScore")
record KnownEntry(
        @Schema(example = "BTC") String symbol,

        @Schema(description = "The venues whose accounts are public; the modelled map is of the same.")
        List<String> venues,

        @Schema(description = "Whether any of them is a simulated one.")
        boolean simulated,

        @Schema(description = "When it was compared: the end of the last bar.")
        Instant asOf,

        long asOfMs,

        @Schema(description = "The part of all longs that is known; null where open interest is not.") @Nullable Double knownShareLong,

        @Schema(description = "The same of shorts.") @Nullable Double knownShareShort,

        @Schema(description = "Name and version of the model and its parameters.")
        String modelVersion,

        @Schema(description = "How far amounts are off, each side scaled to its known part.")
        List<Distance> distances,

        @Schema(
                description = "Share of the ten heaviest known clusters within 20 % that the model has within half a"
                        + " percent of the price; null where none is known.")
        @Nullable Double clusterHitRate) {

    static KnownEntry of(ExactMap map) {
        Instant asOf = map.market().asOf();
        return new KnownEntry(
                map.market().symbol(),
                map.market().venues().stream().map(Venue::name).toList(),
                map.market().simulated(),
                asOf,
                asOf.toEpochMilli(),
                knownShare(map, Side.LONG),
                knownShare(map, Side.SHORT),
                map.market().modelVersion(),
                MapComparison.DISTANCES.stream()
                        .map(distance -> new Distance(
                                Math.toIntExact(Math.round(distance * 100)),
                                Unknown.asNull(map.comparison().factorError(distance))))
                        .toList(),
                Unknown.asNull(map.comparison().clusterHitRate()));
    }

    private static @Nullable Double knownShare(ExactMap map, Side side) {
        return map.sides().stream()
                .filter(part -> part.side() == side)
                .findFirst()
                .map(KnownPart::knownShare)
                .map(Unknown::asNull)
                .orElse(null);
    }

    /// The amounts out to one distance.
    @Schema(name = "KnownScoreDistance")
    record Distance(
            @Schema(description = "How far from the price, percent.")
            int distancePct,

            @Schema(
                    description = "The factor, at least 1, by which the model is off: e to the mean over both sides of"
                            + " |ln(modelled / known)|; null where nothing is known.")
            @Nullable Double factorError) {}
}
