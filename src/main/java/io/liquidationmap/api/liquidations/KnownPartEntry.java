package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.api.representation.Unknown;
import io.liquidationmap.maps.ExactMap.KnownPart;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much is known of one side.
record KnownPartEntry(
        @Schema(
                description = "Whose positions.",
                allowableValues = {"long", "short"})
        String side,

        @Schema(description = "All positions of the side, US dollars.")
        double openInterestUsd,

        @Schema(description = "How many positions are known.")
        int positions,

        @Schema(description = "What they are worth, US dollars: the sum of the next three.")
        double knownUsd,

        @Schema(description = "Those with a liquidation price ahead, US dollars.")
        double levelsUsd,

        @Schema(description = "Those without a liquidation price, US dollars.")
        double unreachableUsd,

        @Schema(description = "Those whose liquidation price has been passed since they were seen, US dollars.")
        double passedUsd,

        @Schema(description = "knownUsd / openInterestUsd; null where open interest is not known.") @Nullable Double knownShare,

        @Schema(
                description =
                        "Half of knownUsd was seen at most so many seconds before asOf; null where nothing is known.")
        @Nullable Long medianAgeSeconds,

        @Schema(description = "The oldest was seen so many seconds before asOf; null where nothing is known.") @Nullable Long largestAgeSeconds) {

    static final Columns<KnownPartEntry> COLUMNS = Columns.<KnownPartEntry>of("side", KnownPartEntry::side)
            .and("open_interest_usd", KnownPartEntry::openInterestUsd)
            .and("positions", KnownPartEntry::positions)
            .and("known_usd", KnownPartEntry::knownUsd)
            .and("levels_usd", KnownPartEntry::levelsUsd)
            .and("unreachable_usd", KnownPartEntry::unreachableUsd)
            .and("passed_usd", KnownPartEntry::passedUsd)
            .and("known_share", KnownPartEntry::knownShare)
            .and("median_age_seconds", KnownPartEntry::medianAgeSeconds)
            .and("largest_age_seconds", KnownPartEntry::largestAgeSeconds);

    static KnownPartEntry of(KnownPart part) {
        boolean known = part.positions() > 0;
        return new KnownPartEntry(
                Choice.nameOf(part.side()),
                part.openInterestUsd(),
                part.positions(),
                part.knownUsd(),
                part.levelsUsd(),
                part.unreachableUsd(),
                part.passedUsd(),
                Unknown.asNull(part.knownShare()),
                known ? (Long) part.medianAge().toSeconds() : null,
                known ? (Long) part.largestAge().toSeconds() : null);
    }
}
