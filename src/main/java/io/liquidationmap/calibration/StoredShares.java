package io.liquidationmap.calibration;

import io.liquidationmap.engine.Cohort;
import io.liquidationmap.engine.Ensemble;
import io.liquidationmap.engine.ForcedShare;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.calibration.Calibration;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.history.CalibratedShares;
import io.liquidationmap.history.CalibratedShares.CohortShares;
import io.liquidationmap.history.CalibratedShares.MemberShares;
import io.liquidationmap.history.CalibrationOutcome;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Between the engine's types and those that are stored.
final class StoredShares {

    private static final String TRANSFERRED = "transferred";

    private StoredShares() {}

    static CalibratedShares of(ModelParameters parameters, Ensemble ensemble) {
        ForcedShare forced = parameters.forcedShare();
        return new CalibratedShares(
                parameters.cohorts().stream().map(StoredShares::cohort).toList(),
                parameters.tiltExponent(),
                forced.low(),
                forced.central(),
                forced.high(),
                ensemble.members().stream().map(StoredShares::member).toList());
    }

    /// The model of an outcome that has shares.
    ///
    /// @param assumed where everything comes from that is not learned
    /// @param tiers known when it was learned
    static InstrumentModel model(CalibrationOutcome outcome, ModelParameters assumed, MarginSchedule tiers) {
        CalibratedShares shares = Objects.requireNonNull(outcome.shares(), "only outcomes with shares are known");
        String evidence = outcome.evidence();
        String version = (evidence == null ? TRANSFERRED : outcome.procedure()) + "@"
                + outcome.knownFrom().atOffset(ZoneOffset.UTC).toLocalDate();
        ModelParameters parameters = new ModelParameters(
                version,
                assumed.contract(),
                shares.cohorts().stream().map(StoredShares::cohort).toList(),
                assumed.unleveredLifetimeDays(),
                assumed.churnMultiplier(),
                assumed.activity(),
                assumed.entrySpread(),
                shares.tiltExponent(),
                new ForcedShare(shares.forcedLow(), shares.forcedCentral(), shares.forcedHigh()),
                assumed.gridStep());
        Ensemble ensemble =
                Ensemble.of(shares.members().stream().map(StoredShares::member).toList());
        return new InstrumentModel(
                parameters,
                evidence == null
                        ? Calibrator.uncertainty(parameters)
                        : new Calibration(parameters, ensemble, evidence(evidence)).uncertainty(),
                evidence == null ? InstrumentModel.NO_EVIDENCE : evidence,
                version + "/" + outcome.procedure() + "/" + outcome.inputDigest(),
                tiers);
    }

    /// The evidence of that label.
    static Evidence evidence(String label) {
        return Arrays.stream(Evidence.values())
                .filter(evidence -> evidence.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no evidence is called " + label));
    }

    private static CohortShares cohort(Cohort cohort) {
        return new CohortShares(
                cohort.label(),
                cohort.longDistance(),
                cohort.shortDistance(),
                cohort.lifetimeDays(),
                cohort.longStockShare(),
                cohort.shortStockShare());
    }

    private static Cohort cohort(CohortShares cohort) {
        return new Cohort(
                cohort.label(),
                cohort.longDistance(),
                cohort.shortDistance(),
                cohort.longShare(),
                cohort.shortShare(),
                cohort.lifetimeDays());
    }

    private static MemberShares member(Ensemble.Member member) {
        return new MemberShares(shares(member, Side.LONG), shares(member, Side.SHORT), member.forcedShare());
    }

    private static List<Double> shares(Ensemble.Member member, Side side) {
        return IntStream.range(0, member.cohorts())
                .mapToObj(k -> member.stockShare(side, k))
                .toList();
    }

    private static Ensemble.Member member(MemberShares member) {
        return new Ensemble.Member(array(member.longShares()), array(member.shortShares()), member.forcedShare());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
