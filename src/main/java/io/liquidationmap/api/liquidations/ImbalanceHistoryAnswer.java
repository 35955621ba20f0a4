package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.api.representation.Unknown;
import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.context.Standing;
import io.liquidationmap.maps.DistanceImbalance;
import io.liquidationmap.maps.ImbalanceHistory;
import io.liquidationmap.maps.ImbalancePoint;
import io.liquidationmap.maps.PointInContext;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The imbalance over a stretch of time.
record ImbalanceHistoryAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(example = "1d", description = "Time between two points, in canonical form.")
        String step,

        @Schema(description = "The first point.") Instant from,
        long fromMs,
        @Schema(description = "The last point.") Instant to,
        long toMs,

        @Schema(description = "Ascending by time; each as it could have been known then.")
        List<PointEntry> points,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<ImbalanceHistoryAnswer> TABLES = Tables.<ImbalanceHistoryAnswer>withMain("points")
            .and("coverage", answer -> answer.provenance.table(answer.market));

    static ImbalanceHistoryAnswer of(ImbalanceHistory history, ImbalanceHistoryRequest request) {
        List<PointEntry> points =
                history.inContext().stream().map(PointEntry::of).toList();
        return new ImbalanceHistoryAnswer(
                MarketEcho.of(history.end()),
                request.step().toString(),
                points.getFirst().asOf(),
                points.getFirst().asOfMs(),
                points.getLast().asOf(),
                points.getLast().asOfMs(),
                points,
                Provenance.of(history.market(), history.end().errorFactor()));
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(List.of(
                "point_as_of",
                "point_price_usd",
                "distance_pct",
                "up_usd",
                "down_usd",
                "ratio",
                "log_ratio",
                "warming_up",
                "degraded",
                "stale",
                "dominant_side"));
        columns.addAll(StandingEntry.COLUMNS);
        Table table = Table.withColumns(columns);
        for (PointEntry point : points) {
            for (SidesEntry sides : point.imbalance()) {
                List<@Nullable Object> cells = market.cells();
                cells.add(point.asOf());
                cells.add(point.price());
                cells.add(sides.distancePct());
                cells.add(sides.upUsd());
                cells.add(sides.downUsd());
                cells.add(sides.ratio());
                cells.add(sides.logRatio());
                cells.add(point.warmingUp());
                cells.add(point.degraded());
                cells.add(point.stale());
                cells.add(sides.dominantSide());
                cells.addAll(StandingEntry.cells(sides.standing()));
                table.row(cells);
            }
        }
        return table;
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// The imbalance as of one moment.
    record PointEntry(
            @Schema(description = "The moment.") Instant asOf,
            long asOfMs,

            @Schema(description = "The price then, US dollars per coin.")
            double price,

            @Schema(description = "At 2, 5, 10 and 20 %.") List<SidesEntry> imbalance,

            @Schema(description = "Whether so little history lay before it that many positions were unexplained.")
            boolean warmingUp,

            @Schema(description = "Whether open interest had been missing for more than a day on end.")
            boolean degraded,

            @Schema(description = "Whether the last bar was so old that the point is of another time.")
            boolean stale) {

        static PointEntry of(PointInContext inContext) {
            ImbalancePoint point = inContext.point();
            return new PointEntry(
                    point.asOf(),
                    point.asOf().toEpochMilli(),
                    point.price(),
                    IntStream.range(0, point.imbalance().size())
                            .mapToObj(i -> SidesEntry.of(
                                    point.imbalance().get(i),
                                    inContext.standings().get(i)))
                            .toList(),
                    point.warmingUp(),
                    point.degraded(),
                    point.stale());
        }
    }

    /// Both sides out to one distance.
    record SidesEntry(
            @Schema(description = "How far, percent of the price then.") @Nullable Double distancePct,

            @Schema(description = "Shorts liquidated by a rise that far, US dollars at the price then.")
            double upUsd,

            @Schema(description = "Longs liquidated by a fall that far, US dollars at the price then.")
            double downUsd,

            @Schema(description = "upUsd / downUsd; null where nothing lies below.") @Nullable Double ratio,

            @Schema(description = "Natural logarithm of ratio; null unless both sides hold something.") @Nullable Double logRatio,

            @Schema(
                    description = "The side with more to lose: short if more lies above; null if both are equal.",
                    allowableValues = {"long", "short"})
            @Nullable String dominantSide,

            @Schema(
                    description =
                            "Where the ratio stood among those of the midnights (UTC) of the last 180 and 730 days, as"
                                    + " /api/imbalance said then; only of windows all of whose midnights are points of this answer.")
            List<StandingEntry> standing) {

        static SidesEntry of(DistanceImbalance at, List<Standing> standings) {
            Imbalance imbalance = at.imbalance();
            return new SidesEntry(
                    at.distancePct(),
                    imbalance.upUsd(),
                    imbalance.downUsd(),
                    imbalance.ratio().isPresent() ? imbalance.ratio().getAsDouble() : null,
                    Unknown.asNull(at.logRatio()),
                    imbalance.dominant().map(Choice::nameOf).orElse(null),
                    standings.stream().map(StandingEntry::of).toList());
        }
    }
}
