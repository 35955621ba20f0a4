package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The venue's margins: fractions of a position's value that grow with its size, `initial + growth × coins` and
/// `maintenance + growth × coins`. They are printed in its help centre and not to be had from its interfaces.
///
/// @param initial initial margin of the smallest positions, as a fraction of value
/// @param maintenance maintenance margin of the smallest positions, as a fraction of value
/// @param growth by how much both grow with each coin
/// @param source where they are printed
/// @param asOf since when they hold, or were seen
record MarginFormula(double initial, double maintenance, double growth, String source, LocalDate asOf) {

    private static final String NOTICE = "Deribit support, 11 January 2022 (25944826427293)";

    private static final MarginFormula BITCOIN =
            new MarginFormula(0.02, 0.01, 0.00005, NOTICE, LocalDate.of(2022, 1, 11));
    private static final MarginFormula ETHER =
            new MarginFormula(0.02, 0.01, 0.000004, NOTICE, LocalDate.of(2022, 1, 11));
    private static final MarginFormula SOLANA = new MarginFormula(
            0.04, 0.02, 0.000005, "Deribit support, Linear Perpetual (25944738177565)", LocalDate.of(2026, 11, 24));

    /// A schedule is straight between its bounds, the margin is not: this many bounds, each √2 times the one before, keep
    /// it within a thirtieth.
    private static final int BOUNDS = 19;

    /// At the last bound the margin's fraction has grown to this many times that of the smallest positions, and one more.
    private static final double GREATEST_GROWTH = 8;

    /// The formula of an instrument, the same whether it settles in its coin or in dollars; empty where none is known.
    static Optional<MarginFormula> of(Instrument instrument) {
        return switch (instrument.base()) {
            case "BTC" -> Optional.of(BITCOIN);
            case "ETH" -> Optional.of(ETHER);
            case "SOL" -> instrument.contract() == ContractType.LINEAR ? Optional.of(SOLANA) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// The formula as tiers: exact at their bounds, between them a little more.
    ///
    /// @param coinValue what a coin is worth in the currency of settlement
    MarginSchedule schedule(double coinValue) {
        List<Step> steps = new ArrayList<>();
        double floor = 0;
        for (int k = BOUNDS - 1; k >= 0; k--) {
            double cap = maintenance / growth * GREATEST_GROWTH * Math.pow(2, -k / 2.0);
            steps.add(step(floor, cap, cap * coinValue));
            floor = cap;
        }
        steps.add(step(floor, floor, Double.POSITIVE_INFINITY));
        return MarginSchedule.ofSteps(steps, 0, source, asOf);
    }

    /// The chord of the margin from `floor` to `end`, which is its tangent where they are one.
    private Step step(double floor, double end, double cap) {
        return new Step(cap, maintenance + growth * (floor + end), 1 / (initial + growth * floor));
    }
}
