package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.engine.Band;
import io.liquidationmap.engine.Triggered;
import io.liquidationmap.maps.MarketSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is liquidated if price trades to a level.
record TriggeredAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(description = "The level, US dollars per coin.")
        double targetPrice,

        @Schema(description = "From the current price to the level, percent; negative below.")
        double distancePct,

        @Schema(
                allowableValues = {"up", "down"},
                description = "Where the level lies.")
        String direction,

        @Schema(
                description = "Which positions are liquidated on the way there.",
                allowableValues = {"long", "short"})
        String side,

        @Schema(description = "How much of them has its level on the way there, US dollars: the exposure.")
        double triggeredUsd,

        @Schema(description = "Where the truth lies in four of five cases; null where no band is claimed.") @Nullable BandUsd band,

        @Schema(
                description = "What of it would really be force-closed, US dollars: the rest is closed by stop-loss or"
                        + " by hand, or topped up, on the way. Null where no band is claimed.")
        @Nullable Double expectedForcedUsd,

        @Schema(description = "Lower end of the band of expectedForcedUsd, US dollars.") @Nullable Double expectedForcedUsdLow,

        @Schema(description = "Upper end of the band of expectedForcedUsd, US dollars.") @Nullable Double expectedForcedUsdHigh,

        @Schema(description = "The same by venue.") List<VenueUsd> byVenue,
        @Schema(description = "The same by leverage.") List<LeverageUsd> byLeverage,
        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static final Tables<TriggeredAnswer> TABLES = Tables.<TriggeredAnswer>withMain("answer")
            .and("coverage", answer -> answer.provenance.table(answer.market));

    static TriggeredAnswer of(MarketSnapshot snapshot, TriggeredRequest request) {
        Triggered triggered = snapshot.triggeredAt(request.price());
        return new TriggeredAnswer(
                MarketEcho.of(snapshot),
                request.price(),
                Percent.between(snapshot.price(), request.price()),
                Choice.nameOf(Direction.liquidating(triggered.side())),
                Choice.nameOf(triggered.side()),
                triggered.usd(),
                BandUsd.of(triggered.band()),
                Ends.usd(triggered.forced()),
                Ends.low(triggered.forced()),
                Ends.high(triggered.forced()),
                VenueUsd.of(triggered.bySource()),
                LeverageUsd.of(triggered.byLeverage()),
                Provenance.of(snapshot));
    }

    /// One row, divided as that of a bucket of the map is.
    @Override
    public Table table() {
        DividedColumns divided = new DividedColumns();
        divided.include(byLeverage, byVenue);
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(List.of(
                "target_price_usd",
                "distance_pct",
                "direction",
                "side",
                "triggered_usd",
                "triggered_low_usd",
                "triggered_high_usd",
                "expected_forced_usd",
                "expected_forced_low_usd",
                "expected_forced_high_usd"));
        columns.addAll(divided.names());
        List<@Nullable Object> cells = market.cells();
        cells.add(targetPrice);
        cells.add(distancePct);
        cells.add(direction);
        cells.add(side);
        cells.add(triggeredUsd);
        cells.add(band == null ? null : band.usdLow());
        cells.add(band == null ? null : band.usdHigh());
        cells.add(expectedForcedUsd);
        cells.add(expectedForcedUsdLow);
        cells.add(expectedForcedUsdHigh);
        cells.addAll(divided.cells(byLeverage, byVenue));
        return Table.withColumns(columns).row(cells);
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }

    /// The ends of the band of an amount.
    record BandUsd(
            @Schema(description = "Lower end, US dollars.") double usdLow,
            @Schema(description = "Upper end, US dollars.") double usdHigh) {

        static @Nullable BandUsd of(@Nullable Band band) {
            return band == null ? null : new BandUsd(band.low(), band.high());
        }
    }
}
