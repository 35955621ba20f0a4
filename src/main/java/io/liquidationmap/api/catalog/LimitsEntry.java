package io.liquidationmap.api.catalog;

import io.liquidationmap.alerts.AlertsProperties;
import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.representation.Columns;
import io.liquidationmap.maps.HeatmapQuery;
import io.liquidationmap.maps.HistoryQuery;
import io.liquidationmap.maps.MapQuery;
import io.liquidationmap.maps.OverviewQuery;
import io.liquidationmap.maps.RealisedQuery;
import io.liquidationmap.market.Range;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much may be asked for.
@Schema(name = "Limits")
record LimitsEntry(
        @Schema(description = "Buckets of a map, at most.", example = "2000")
        int buckets,

        @Schema(description = "Cells of a heatmap, times by prices, at most.", example = "200000")
        int heatmapCells,

        @Schema(description = "Points of an imbalance history, at most.", example = "1000")
        int historyPoints,

        @Schema(description = "Steps of realised liquidations, at most.", example = "2000")
        int realisedSteps,

        @Schema(description = "Symbols of an overview, at most.", example = "100")
        int overviewSymbols,

        @Schema(description = "The longest range, in canonical form.", example = "730d")
        String range,

        @Schema(description = "Clients that may follow the event stream at a time; one more is answered 429.")
        int streamClients,

        @Schema(description = "Events that may wait for a client of the stream before it is dropped.")
        int streamBacklog,

        @Schema(description = "Alerts that one API key may have.")
        int alertsPerKey,

        @Schema(description = "How many requests are answered; null where that is not limited.") @Nullable RateLimitEntry rateLimit) {

    static final Columns<LimitsEntry> COLUMNS = Columns.<LimitsEntry>of("buckets", LimitsEntry::buckets)
            .and("heatmap_cells", LimitsEntry::heatmapCells)
            .and("history_points", LimitsEntry::historyPoints)
            .and("realised_steps", LimitsEntry::realisedSteps)
            .and("overview_symbols", LimitsEntry::overviewSymbols)
            .and("range", LimitsEntry::range)
            .and("stream_clients", LimitsEntry::streamClients)
            .and("stream_backlog", LimitsEntry::streamBacklog)
            .and("alerts_per_key", LimitsEntry::alertsPerKey)
            .and("rate_limit_period_seconds", limits -> ofRate(limits, RateLimitEntry::periodSeconds))
            .and("rate_limit_requests_per_key", limits -> ofRate(limits, RateLimitEntry::requestsPerKey))
            .and("rate_limit_requests_per_address", limits -> ofRate(limits, RateLimitEntry::requestsPerAddress));

    static LimitsEntry of(ApiProperties api, AlertsProperties alerts) {
        return new LimitsEntry(
                MapQuery.MOST_BUCKETS,
                HeatmapQuery.MOST_CELLS,
                HistoryQuery.MOST_POINTS,
                RealisedQuery.MOST_STEPS,
                OverviewQuery.MOST_SYMBOLS,
                Range.LONGEST.toString(),
                api.stream().maxClients(),
                api.stream().backlog(),
                alerts.mostPerKey(),
                api.rateLimit().isSet() ? RateLimitEntry.of(api.rateLimit()) : null);
    }

    private static @Nullable Object ofRate(LimitsEntry limits, Columns.Cell<RateLimitEntry> cell) {
        return limits.rateLimit == null ? null : cell.of(limits.rateLimit);
    }

    /// How many requests are answered.
    @Schema(name = "RateLimit")
    record RateLimitEntry(
            @Schema(description = "In which so many are answered, seconds.")
            long periodSeconds,

            @Schema(description = "By each API key; null for any number.") @Nullable Integer requestsPerKey,

            @Schema(description = "By each address of those without a key; null for any number.") @Nullable Integer requestsPerAddress) {

        static RateLimitEntry of(ApiProperties.RateLimit limit) {
            return new RateLimitEntry(
                    limit.period().toSeconds(), orNull(limit.requestsPerKey()), orNull(limit.requestsPerAddress()));
        }

        private static @Nullable Integer orNull(int requests) {
            return requests == 0 ? null : (Integer) requests;
        }
    }
}
