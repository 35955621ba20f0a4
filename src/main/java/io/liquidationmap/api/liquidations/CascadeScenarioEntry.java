package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.engine.cascade.Cascade;
import io.liquidationmap.maps.CascadeView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shock sets off under one assumption about the order book.
record CascadeScenarioEntry(
        @Schema(
                description = "How deep the book is.",
                allowableValues = {"normal", "thin", "crash"})
        String scenario,

        @Schema(description = "The part of the usual depth that is left.")
        double depthFactor,

        @Schema(description = "What rests in the book then, US dollars.")
        double depthUsd,

        @Schema(description = "What the shock alone would force-close, US dollars.")
        double forcedByShockUsd,

        @Schema(description = "What is force-closed in all, US dollars.")
        double forcedUsd,

        @Schema(description = "The same by the lower end of the band of forced flow; null where none is claimed.")
        @Nullable Double forcedUsdLow,

        @Schema(description = "The same by the upper end; null where none is claimed.") @Nullable Double forcedUsdHigh,

        @Schema(description = "The whole move over the shock: 1 where forced orders add nothing.")
        double amplification,

        @Schema(description = "The same by the lower end of the band of forced flow.") @Nullable Double amplificationLow,

        @Schema(description = "The same by the upper end.") @Nullable Double amplificationHigh,

        @Schema(
                description =
                        "Where price comes to rest, US dollars per coin; where it runs away, how far the map or the shock"
                                + " reaches.")
        double stopPrice,

        @Schema(description = "Lower end of its band.") @Nullable Double stopPriceLow,

        @Schema(description = "Upper end of its band.") @Nullable Double stopPriceHigh,

        @Schema(description = "From the current price to stopPrice, percent; negative below.")
        double finalMovePct,

        @Schema(
                description =
                        "Whether price runs through every level the map holds: then nothing in it stops the cascade,"
                                + " and the move and its amplification are at least what is given.")
        boolean runsAway,

        @Schema(
                description =
                        "Whether it does by the upper end of the band of forced flow; null where none is claimed.")
        @Nullable Boolean runsAwayHigh,

        @Schema(description = "The way from the current price to stopPrice, in steps of half a percent of it.")
        List<LevelEntry> levels) {

    static final List<String> COLUMNS = List.of(
            "scenario",
            "depth_usd",
            "forced_by_shock_usd",
            "forced_usd",
            "forced_low_usd",
            "forced_high_usd",
            "amplification",
            "amplification_low",
            "amplification_high",
            "stop_price_usd",
            "stop_price_low_usd",
            "stop_price_high_usd",
            "final_move_pct",
            "runs_away",
            "runs_away_high");

    static CascadeScenarioEntry of(CascadeView.Outcome outcome, CascadeView view, double price) {
        Cascade expected = outcome.expected();
        Cascade low = outcome.low();
        Cascade high = outcome.high();
        double sign = -view.side().sign();
        Cascade lowest = sign < 0 ? high : low;
        Cascade highest = sign < 0 ? low : high;
        return new CascadeScenarioEntry(
                Choice.nameOf(outcome.scenario()),
                outcome.scenario().factor(),
                view.assumptions().depthUsd() * outcome.scenario().factor(),
                expected.forcedByShockUsd(),
                expected.forcedUsd(),
                low == null ? null : low.forcedUsd(),
                high == null ? null : high.forcedUsd(),
                expected.amplification(),
                low == null ? null : low.amplification(),
                high == null ? null : high.amplification(),
                price + price * sign * expected.move(),
                lowest == null ? null : price + price * sign * lowest.move(),
                highest == null ? null : price + price * sign * highest.move(),
                Percent.of(sign * expected.move()),
                expected.runsAway(),
                high == null ? null : high.runsAway(),
                expected.path().stream()
                        .map(stretch -> LevelEntry.of(stretch, sign, price))
                        .toList());
    }

    /// The cells under [#COLUMNS].
    List<@Nullable Object> cells() {
        return Arrays.asList(
                scenario,
                depthUsd,
                forcedByShockUsd,
                forcedUsd,
                forcedUsdLow,
                forcedUsdHigh,
                amplification,
                amplificationLow,
                amplificationHigh,
                stopPrice,
                stopPriceLow,
                stopPriceHigh,
                finalMovePct,
                runsAway,
                runsAwayHigh);
    }

    /// A level on the way.
    record LevelEntry(
            @Schema(description = "US dollars per coin.") double price,

            @Schema(description = "From the current price to this one, percent; negative below.")
            double movePct,

            @Schema(
                    description =
                            "The move that the orders forced since the level before cause, over the distance from it. Above"
                                    + " 1, price runs through without being pushed.")
            double branchingRatio,

            @Schema(description = "What is force-closed between the current price and this one, US dollars.")
            double forcedUsd) {

        static final List<String> COLUMNS =
                List.of("level_price_usd", "level_move_pct", "branching_ratio", "level_forced_usd");

        static LevelEntry of(Cascade.Stretch stretch, double sign, double price) {
            double move = sign * stretch.move();
            return new LevelEntry(
                    price + price * move, Percent.of(move), stretch.branchingRatio(), stretch.forcedUsd());
        }

        /// The cells under [#COLUMNS].
        List<Double> cells() {
            return List.of(price, movePct, branchingRatio, forcedUsd);
        }
    }
}
