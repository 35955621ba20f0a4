package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;

/// What several tests start from.
final class Fixtures {

    /// Longer than any history here.
    static final Range EVER = Range.ofDays(730);

    private Fixtures() {}

    static MarginSchedule margin(double maintenanceMarginRate, double maxLeverage) {
        List<MarginSchedule.Step> steps =
                List.of(new MarginSchedule.Step(Double.POSITIVE_INFINITY, maintenanceMarginRate, maxLeverage));
        return MarginSchedule.ofSteps(steps, 0, "made up for a test", LocalDate.of(2026, 1, 1));
    }

    static ModelParameters defaults(ContractType contract) {
        return ModelParameters.defaults(margin(0.004, 125), contract, true);
    }

    static ModelParameters tilted(ModelParameters source, double exponent) {
        return new ModelParameters(
                source.version(),
                source.contract(),
                source.cohorts(),
                source.unleveredLifetimeDays(),
                source.churnMultiplier(),
                source.activity(),
                source.entrySpread(),
                exponent,
                source.forcedShare(),
                source.gridStep());
    }

    /// One cohort, 10 % from its entry on both sides, with half of the stock and the life of the unlevered: so half of
    /// what is opened is levered.
    static ModelParameters oneCohort(EntrySpread spread) {
        return new ModelParameters(
                "test",
                ContractType.LINEAR,
                List.of(new Cohort("10", 0.1, 0.1, 0.5, 0.5, 20)),
                20,
                2,
                new ActivityRule(Duration.ofDays(14), 0.1, 8),
                spread,
                0,
                new ForcedShare(0.3, 0.5, 0.8),
                0.001);
    }

    /// Cohorts whose long and short levels are equally far in log price, with shares that differ between the sides if
    /// asked to.
    static ModelParameters symmetric(double longShare, double shortShare) {
        List<Cohort> cohorts = List.of(
                logCohort("50", 0.02, longShare, shortShare, 0.5),
                logCohort("10", 0.1, longShare, shortShare, 4),
                logCohort(Cohort.CROSS, 0.4, shortShare, longShare, 25));
        return defaults(ContractType.LINEAR).withCohorts("symmetric", cohorts);
    }

    private static Cohort logCohort(String label, double way, double longShare, double shortShare, double lifetime) {
        return new Cohort(label, -Math.expm1(-way), Math.expm1(way), longShare, shortShare, lifetime);
    }

    static PositionBook book(ModelParameters parameters, BarSeries bars) {
        PositionBook book = new PositionBook(parameters, bars.interval());
        book.advance(bars, 0, bars.size());
        return book;
    }

    /// The sum of a side's levels in the bins for which the predicate holds.
    static double levelsWhere(LevelMap map, Side side, IntPredicate bins) {
        SideLevels levels = map.side(side);
        double sum = 0;
        for (int outwards = 0; outwards < levels.depth(); outwards++) {
            int bin = levels.nearestBin() - side.sign() * outwards;
            if (bins.test(bin)) {
                for (int k = 0; k < levels.cohorts(); k++) {
                    sum += levels.quantity(k, bin);
                }
            }
        }
        return sum;
    }
}
