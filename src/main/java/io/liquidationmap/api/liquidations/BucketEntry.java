package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.engine.Bucket;
import io.liquidationmap.maps.MapQuery.Grouping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One bucket of a map.
@JsonInclude(JsonInclude.Include.NON_NULL)
record BucketEntry(
        @Schema(description = "Lower edge, US dollars per coin.")
        double low,

        @Schema(description = "Upper edge, US dollars per coin.")
        double high,

        @Schema(description = "The middle, US dollars per coin.")
        double price,

        @Schema(
                description = "Which positions are liquidated: long below the current price, short above.",
                allowableValues = {"long", "short"})
        String side,

        @Schema(description = "What is liquidated in the bucket, US dollars.")
        double usd,

        @Schema(description = "Lower end of the band of usd, US dollars; absent where none is claimed.") @Nullable Double usdLow,

        @Schema(description = "Upper end of the band of usd, US dollars; absent where none is claimed.") @Nullable Double usdHigh,

        @Schema(description = "Everything between the current price and the far edge of the bucket, US dollars.")
        double cumulativeUsd,

        @Schema(description = "Lower end of the band of cumulativeUsd, US dollars; absent where none is claimed.")
        @Nullable Double cumulativeUsdLow,

        @Schema(description = "Upper end of the band of cumulativeUsd, US dollars; absent where none is claimed.")
        @Nullable Double cumulativeUsdHigh,

        @Schema(description = "usd by leverage; only if asked for by groupBy.") @Nullable List<LeverageUsd> byLeverage,

        @Schema(description = "usd by venue; only if asked for by groupBy.") @Nullable List<VenueUsd> byVenue) {

    static BucketEntry of(Bucket bucket, Set<Grouping> groupBy) {
        return new BucketEntry(
                bucket.low(),
                bucket.high(),
                bucket.price(),
                Choice.nameOf(bucket.side()),
                bucket.usd(),
                Ends.low(bucket.band()),
                Ends.high(bucket.band()),
                bucket.cumulativeUsd(),
                Ends.low(bucket.cumulativeBand()),
                Ends.high(bucket.cumulativeBand()),
                groupBy.contains(Grouping.LEVERAGE) ? LeverageUsd.of(bucket.byLeverage()) : null,
                groupBy.contains(Grouping.VENUE) ? VenueUsd.of(bucket.bySource()) : null);
    }

    /// Nothing, at a price within this bucket: what takes the place of one that began there.
    BucketEntry emptyAt(double edge) {
        return new BucketEntry(
                edge,
                edge,
                edge,
                side,
                0,
                usdLow == null ? null : 0.0,
                usdHigh == null ? null : 0.0,
                cumulativeUsd,
                cumulativeUsdLow,
                cumulativeUsdHigh,
                null,
                null);
    }
}
