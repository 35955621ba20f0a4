package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.calibration.InstrumentModel;
import io.liquidationmap.engine.ActivityRule;
import io.liquidationmap.engine.Cohort;
import io.liquidationmap.engine.EntrySpread;
import io.liquidationmap.engine.ForcedShare;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.maps.Moment.Part;
import io.liquidationmap.maps.Moment.Series;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointKeysTest {

    private static final int BARS = 100;
    private static final Instant AS_OF = MapsWorld.START.plus(Duration.ofDays(4));
    private static final Range RANGE = Range.ofDays(30);
    private static final ModelParameters PARAMETERS = parameters();
    private static final HeldSeries HELD = held(MapsWorld.bars(1, BARS));
    private static final Part PART = part("alpha:BTCUSDT 1h", HELD, PARAMETERS, 95);

    private final PointKeys keys = keys("io/liquidationmap/engine", "io/liquidationmap/market");

    @Test
    void sameInput_hasTheSameKey_whateverObjectsItIsMadeOf() {
        Moment again =
                new Moment(AS_OF, List.of(part("alpha:BTCUSDT 1h", held(MapsWorld.bars(1, BARS)), parameters(), 95)));

        assertThat(key(again)).isEqualTo(key(moment(PART))).matches("[0-9a-f]{64}");
        assertThat(keys("io/liquidationmap/market", "io/liquidationmap/engine").of(again, RANGE, Model.CONSERVED))
                .isEqualTo(key(moment(PART)));
    }

    @Test
    void laterBars_haveNoPartInIt() {
        List<Bar> bars = MapsWorld.bars(1, BARS + 50);

        assertThat(key(moment(part("alpha:BTCUSDT 1h", held(bars), PARAMETERS, 95))))
                .isEqualTo(key(moment(PART)));
    }

    /// Otherwise every point of the past would be computed anew whenever a venue is asked for its tiers again.
    @Test
    void tiersThatWereReadAgain_haveNoPartInIt() {
        MarginSchedule tiers = MarginSchedule.assumed(ContractType.LINEAR);
        MarginSchedule again = new MarginSchedule(
                tiers.tiers(), tiers.takerFeeRate(), "read again", tiers.asOf().plusDays(1));
        ModelParameters parameters = ModelParameters.defaults(again, ContractType.LINEAR, true);

        assertThat(key(moment(part("alpha:BTCUSDT 1h", HELD, parameters, again, 95))))
                .isEqualTo(key(moment(PART)));
    }

    @Test
    void eachInput_hasAKeyOfItsOwn() {
        List<String> all = new ArrayList<>();
        all.add(key(moment(PART)));
        all.add(key(new Moment(AS_OF.plusMillis(1), List.of(PART))));
        all.add(keys.of(moment(PART), Range.ofDays(31), Model.CONSERVED));
        all.add(keys.of(moment(PART), RANGE, Model.OPENED));
        all.add(keys("io/liquidationmap/market").of(moment(PART), RANGE, Model.CONSERVED));
        all.add(key(moment(part("alpha:BTCUSDT 1h", HELD, PARAMETERS, 94))));
        all.add(key(moment(part("alpha:BTCUSDT 5m", HELD, PARAMETERS, 95))));
        all.add(key(moment(part("alpha:BTCUSD 1h", HELD, PARAMETERS, 95))));
        all.add(key(moment(part("alpha:BTCUSDT 1h", held(MapsWorld.bars(2, BARS)), PARAMETERS, 95))));
        all.add(key(moment(PART, PART)));
        otherParameters().forEach(other -> all.add(key(moment(part("alpha:BTCUSDT 1h", HELD, other, 95)))));

        assertThat(all).doesNotHaveDuplicates();
    }

    /// One for each thing that the model assumes, with the least possible difference.
    private static List<ModelParameters> otherParameters() {
        ModelParameters usual = PARAMETERS;
        ContractType contract = usual.contract();
        double unlevered = usual.unleveredLifetimeDays();
        double churn = usual.churnMultiplier();
        ActivityRule activity = usual.activity();
        Duration window = activity.meanWindow();
        EntrySpread spread = usual.entrySpread();
        double step = usual.gridStep();
        ForcedShare forced = usual.forcedShare();
        List<ModelParameters> others = new ArrayList<>(List.of(
                with("another", contract, unlevered, churn),
                with(usual.version(), ContractType.INVERSE, unlevered, churn),
                with(usual.version(), contract, Math.nextUp(unlevered), churn),
                with(usual.version(), contract, unlevered, Math.nextUp(churn)),
                with(new ActivityRule(window.plusNanos(1), activity.minimum(), activity.maximum()), spread, step),
                with(new ActivityRule(window, Math.nextUp(activity.minimum()), activity.maximum()), spread, step),
                with(new ActivityRule(window, activity.minimum(), Math.nextUp(activity.maximum())), spread, step),
                with(activity, new EntrySpread(Math.nextUp(spread.low()), spread.middle(), spread.high()), step),
                with(activity, new EntrySpread(spread.low(), Math.nextUp(spread.middle()), spread.high()), step),
                with(activity, new EntrySpread(spread.low(), spread.middle(), Math.nextUp(spread.high())), step),
                with(activity, spread, Math.nextDown(step)),
                usual.withTiltExponent(Math.nextUp(usual.tiltExponent())),
                usual.withForcedShare(new ForcedShare(Math.nextDown(forced.low()), forced.central(), forced.high())),
                usual.withForcedShare(new ForcedShare(forced.low(), Math.nextUp(forced.central()), forced.high())),
                usual.withForcedShare(new ForcedShare(forced.low(), forced.central(), Math.nextUp(forced.high())))));
        for (int k = 0; k < usual.cohorts().size(); k++) {
            for (Cohort other : others(usual.cohorts().get(k))) {
                List<Cohort> cohorts = new ArrayList<>(usual.cohorts());
                cohorts.set(k, other);
                others.add(usual.withCohorts(usual.version(), cohorts));
            }
        }
        return others;
    }

    private static List<Cohort> others(Cohort usual) {
        String label = usual.label();
        double down = usual.longDistance();
        double up = usual.shortDistance();
        double longs = usual.longStockShare();
        double shorts = usual.shortStockShare();
        double days = usual.lifetimeDays();
        return List.of(
                new Cohort("9.99", down, up, longs, shorts, days),
                new Cohort(label, Math.nextDown(down), up, longs, shorts, days),
                new Cohort(label, down, Math.nextDown(up), longs, shorts, days),
                new Cohort(label, down, up, Math.nextDown(longs), shorts, days),
                new Cohort(label, down, up, longs, Math.nextDown(shorts), days),
                new Cohort(label, down, up, longs, shorts, Math.nextUp(days)));
    }

    private static ModelParameters with(
            String version, ContractType contract, double unleveredLifetimeDays, double churnMultiplier) {
        return new ModelParameters(
                version,
                contract,
                PARAMETERS.cohorts(),
                unleveredLifetimeDays,
                churnMultiplier,
                PARAMETERS.activity(),
                PARAMETERS.entrySpread(),
                PARAMETERS.tiltExponent(),
                PARAMETERS.forcedShare(),
                PARAMETERS.gridStep());
    }

    private static ModelParameters with(ActivityRule activity, EntrySpread spread, double gridStep) {
        return new ModelParameters(
                PARAMETERS.version(),
                PARAMETERS.contract(),
                PARAMETERS.cohorts(),
                PARAMETERS.unleveredLifetimeDays(),
                PARAMETERS.churnMultiplier(),
                activity,
                spread,
                PARAMETERS.tiltExponent(),
                PARAMETERS.forcedShare(),
                gridStep);
    }

    private static ModelParameters parameters() {
        return ModelParameters.defaults(MarginSchedule.assumed(ContractType.LINEAR), ContractType.LINEAR, true);
    }

    private String key(Moment moment) {
        return keys.of(moment, RANGE, Model.CONSERVED);
    }

    private static PointKeys keys(String... packages) {
        return new PointKeys(new CodeRevision(PointKeysTest.class.getClassLoader(), List.of(packages)));
    }

    private static Moment moment(Part... parts) {
        return new Moment(AS_OF, List.of(parts));
    }

    private static Part part(String series, HeldSeries held, ModelParameters parameters, int last) {
        return part(series, held, parameters, MarginSchedule.assumed(ContractType.LINEAR), last);
    }

    private static Part part(
            String series, HeldSeries held, ModelParameters parameters, MarginSchedule tiers, int last) {
        Instrument instrument = new Instrument(InstrumentId.of("alpha", "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
        InstrumentModel model = new InstrumentModel(
                parameters,
                Calibrator.uncertainty(parameters),
                InstrumentModel.NO_EVIDENCE,
                parameters.version(),
                tiers);
        return new Part(instrument, model, new Series(series, held, parameters), last);
    }

    private static HeldSeries held(List<Bar> bars) {
        BarSeries series = BarSeries.of(Interval.ONE_HOUR, bars);
        return new HeldSeries(
                series, Model.CONSERVED.newBook(PARAMETERS, Interval.ONE_HOUR).history(), 1);
    }
}
