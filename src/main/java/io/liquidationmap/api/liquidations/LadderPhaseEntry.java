package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.ladder.Ladder.Rung;
import io.liquidationmap.engine.ladder.SafeLeverage;
import io.liquidationmap.engine.ladder.Zone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One phase of a ladder.
record LadderPhaseEntry(
        @Schema(description = "1 for the nearest zone, 2 for the next …")
        int phase,

        @Schema(description = "Lower end of the zone, US dollars per coin.")
        double lowPrice,

        @Schema(description = "Upper end of the zone, US dollars per coin.")
        double highPrice,

        @Schema(description = "The price at which the phase is assumed to be invested, US dollars per coin.")
        double entryPrice,

        @Schema(description = "From the current price to entryPrice, percent; negative below.")
        double distancePct,

        @Schema(description = "Part of the capital for the phase, percent.")
        double allocationPct,

        @Schema(description = "The same, US dollars of margin.")
        double allocationUsd,

        @Schema(description = "Margin of this and all phases before, US dollars.")
        double investedUsd,

        @Schema(description = "Average entry of all that is held after the phase, US dollars per coin.")
        double averageEntryPrice,

        @Schema(description = "What is liquidated in the zone, US dollars.")
        double zoneUsd,

        @Schema(description = "Lower end of the band of zoneUsd; null where none is claimed.") @Nullable Double zoneUsdLow,

        @Schema(description = "Upper end of the band of zoneUsd; null where none is claimed.") @Nullable Double zoneUsdHigh,

        @Schema(description = "The heavy levels the zone ends with; null where it was not cut at any.") @Nullable PhaseCluster cluster,

        @Schema(
                description = "The highest leverage, in tenths, with which all that is held after the phase is not"
                        + " liquidated before price has passed the end of the last zone; null where not even 1 is low"
                        + " enough.")
        @Nullable Double liquidationFreeLeverage,

        @Schema(
                description =
                        "Where that position would be liquidated, US dollars per coin; null where no price can, or"
                                + " without such a leverage.")
        @Nullable Double liquidationPrice) {

    static final List<String> COLUMNS = List.of(
            "phase",
            "low_price_usd",
            "high_price_usd",
            "entry_price_usd",
            "distance_pct",
            "allocation_pct",
            "allocation_usd",
            "invested_usd",
            "average_entry_price_usd",
            "zone_usd",
            "zone_low_usd",
            "zone_high_usd",
            "cluster_low_price_usd",
            "cluster_high_price_usd",
            "cluster_usd",
            "liquidation_free_leverage",
            "liquidation_price_usd");

    /// @param price the current one
    static LadderPhaseEntry of(int phase, Rung rung, double price) {
        Zone zone = rung.zone();
        SafeLeverage.Found safe = rung.safe();
        return new LadderPhaseEntry(
                phase,
                zone.low(),
                zone.high(),
                zone.entry(),
                Percent.between(price, zone.entry()),
                Percent.of(rung.share()),
                rung.allocationUsd(),
                rung.investedUsd(),
                rung.averageEntry(),
                zone.levels().usd(),
                Ends.low(zone.levels().band()),
                Ends.high(zone.levels().band()),
                PhaseCluster.of(zone.cluster()),
                safe == null ? null : safe.leverage(),
                safe == null || safe.liquidation().isEmpty()
                        ? null
                        : safe.liquidation().getAsDouble());
    }

    /// The cells under [#COLUMNS].
    List<@Nullable Object> cells() {
        return Arrays.asList(
                phase,
                lowPrice,
                highPrice,
                entryPrice,
                distancePct,
                allocationPct,
                allocationUsd,
                investedUsd,
                averageEntryPrice,
                zoneUsd,
                zoneUsdLow,
                zoneUsdHigh,
                cluster == null ? null : cluster.low(),
                cluster == null ? null : cluster.high(),
                cluster == null ? null : cluster.usd(),
                liquidationFreeLeverage,
                liquidationPrice);
    }

    /// The cluster behind which a zone was cut.
    record PhaseCluster(
            @Schema(description = "Lower end, US dollars per coin.")
            double low,

            @Schema(description = "Where it is densest, US dollars per coin.")
            double price,

            @Schema(description = "Upper end, US dollars per coin.")
            double high,

            @Schema(description = "What is liquidated in it, US dollars.")
            double usd,

            @Schema(description = "Lower end of the band of usd; null where none is claimed.") @Nullable Double usdLow,

            @Schema(description = "Upper end of the band of usd; null where none is claimed.") @Nullable Double usdHigh) {

        static @Nullable PhaseCluster of(@Nullable Cluster cluster) {
            return cluster == null
                    ? null
                    : new PhaseCluster(
                            cluster.low(),
                            cluster.peak(),
                            cluster.high(),
                            cluster.usd(),
                            Ends.low(cluster.band()),
                            Ends.high(cluster.band()));
        }
    }
}
