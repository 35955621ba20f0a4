package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarCheckTest {

    private static final Interval FIVE_MINUTES = Interval.FIVE_MINUTES;
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-01T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final BarSeries NOTHING = BarSeries.of(FIVE_MINUTES, List.of());

    @Test
    void check_keepsEverything_whenAllIsPlausible() {
        List<Bar> bars = List.of(bar(0, 100, 1000.0, 50.0), bar(1, 101, 1010.0, 50.0), bar(2, 99, 1000.0, 50.0));

        BarPage checked = check(bars, NOTHING);

        assertThat(checked.bars()).isEqualTo(bars);
        assertThat(checked.refusals()).isEmpty();
    }

    @Test
    void check_ordersBars_whenVenueDeliversThemUnordered() {
        BarPage checked = check(List.of(bar(2, 100), bar(0, 100), bar(1, 100)), NOTHING);

        assertThat(checked.bars()).containsExactly(bar(0, 100), bar(1, 100), bar(2, 100));
    }

    @Test
    void check_countsOnlyTwinsThatDiffer() {
        BarPage checked = check(List.of(bar(0, 100), bar(0, 100), bar(1, 100), bar(1, 102)), NOTHING);

        assertThat(checked.bars()).containsExactly(bar(0, 100), bar(1, 102));
        assertThat(checked.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.at()).isEqualTo(at(1));
            assertThat(refusal.reason()).contains("twice");
        });
    }

    @Test
    void check_refusesImpossibleTimes() {
        Bar between = at(at(0).plusSeconds(60), 100, null, null);
        Bar early = at(FROM.minusSeconds(300), 100, null, null);
        Bar late = at(TO, 100, null, null);
        Bar running = at(Instant.parse("2026-03-01T01:55:01Z").minusSeconds(1).plusSeconds(300), 100, null, null);

        BarPage checked = check(List.of(bar(0, 100), between, early, late, running), NOTHING);

        assertThat(checked.bars()).containsExactly(bar(0, 100));
        assertThat(checked.refusals())
                .extracting(Refusal::reason)
                .containsExactlyInAnyOrder(
                        "does not open on a boundary of 5m",
                        "was not asked for",
                        "was not asked for",
                        "has not ended yet");
    }

    @Test
    void check_refusesThousandfoldPrice_evenWhenItComesFirst() {
        BarPage checked = check(List.of(bar(0, 200_000), bar(1, 100), bar(2, 101)), NOTHING);

        assertThat(checked.bars()).containsExactly(bar(1, 100), bar(2, 101));
        assertThat(checked.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.at()).isEqualTo(at(0)));
    }

    @Test
    void check_comparesPricesWithWhatIsStored() {
        BarSeries before = BarSeries.of(FIVE_MINUTES, List.of(bar(-1, 100)));

        assertThat(check(List.of(bar(0, 0.05)), before).bars()).isEmpty();
        assertThat(check(List.of(bar(0, 50)), before).bars()).hasSize(1);
    }

    @Test
    void check_makesOpenInterestUnknown_whenItMovedMoreThanWasTraded() {
        List<Bar> bars = List.of(bar(0, 100, 1000.0, 50.0), bar(1, 100, 1056.0, 50.0), bar(2, 100, 1057.0, 50.0));

        BarPage checked = check(bars, NOTHING);

        assertThat(checked.bars()).extracting(Bar::openInterest).containsExactly(1000.0, null, 1057.0);
        assertThat(checked.refusals())
                .extracting(Refusal::reason)
                .containsExactly("open interest moved by 56.0000 while 50.0000 were traded");
    }

    @Test
    void check_allowsChangeOfWholeVolume() {
        BarPage checked = check(List.of(bar(0, 100, 1000.0, 50.0), bar(1, 100, 950.0, 50.0)), NOTHING);

        assertThat(checked.refusals()).isEmpty();
    }

    /// Because the sample may have been taken a little late.
    @ParameterizedTest
    @CsvSource({"1055.0, true", "1055.1, false", "945.0, true", "944.9, false"})
    void check_allowsATenthMoreThanWasTraded(double openInterest, boolean allowed) {
        BarPage checked = check(List.of(bar(0, 100, 1000.0, 50.0), bar(1, 100, openInterest, 50.0)), NOTHING);

        assertThat(checked.refusals().isEmpty()).isEqualTo(allowed);
    }

    @Test
    void check_refusesAFirstSample_thatTheNextTwoSpeakAgainst() {
        List<Bar> bars = List.of(
                bar(0, 100, null, 50.0),
                bar(1, 100, 500_000.0, 50.0),
                bar(2, 100, 1000.0, 50.0),
                bar(3, 100, 1010.0, 50.0));

        BarPage checked = check(bars, NOTHING);

        assertThat(checked.bars()).extracting(Bar::openInterest).containsExactly(null, null, 1000.0, 1010.0);
        assertThat(checked.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.at()).isEqualTo(at(1));
            assertThat(refusal.reason()).isEqualTo("open interest moved by 499000 while 50.0000 were traded");
        });
    }

    /// As a back-fill has it, which goes backwards.
    @Test
    void check_comparesWithWhatIsStoredAfter_whereNothingIsStoredBefore() {
        BarSeries after = BarSeries.of(FIVE_MINUTES, List.of(bar(3, 100, null, 10.0), bar(4, 100, 1000.0, 10.0)));
        List<Bar> bars = List.of(bar(0, 100, 500_000.0, 10.0), bar(1, 100, 985.0, 50.0), bar(2, 100, 1020.0, 30.0));

        BarPage checked = check(bars, NOTHING, after);

        assertThat(checked.bars()).extracting(Bar::openInterest).containsExactly(null, null, 1020.0);
        assertThat(checked.refusals())
                .extracting(Refusal::reason)
                .containsExactly(
                        "open interest moved by 35.0000 while 30.0000 were traded",
                        "open interest moved by 498980 while 80.0000 were traded");
    }

    @Test
    void check_doesNotHoldSampleAgainstUnknownVolume() {
        List<Bar> unknownVolume = List.of(bar(0, 100, 1000.0, 50.0), bar(1, 100, 2000.0, null));
        List<Bar> missingBar = List.of(bar(0, 100, 1000.0, 50.0), bar(3, 100, 2000.0, 50.0));

        assertThat(check(unknownVolume, NOTHING).refusals()).isEmpty();
        assertThat(check(missingBar, NOTHING).refusals()).isEmpty();
    }

    @Test
    void check_comparesFirstSampleWithTheLastStoredOne() {
        BarSeries before = BarSeries.of(FIVE_MINUTES, List.of(bar(-2, 100, 1000.0, 10.0), bar(-1, 100, null, 10.0)));

        assertThat(check(List.of(bar(0, 100, 1020.0, 10.0)), before).refusals()).isEmpty();
        assertThat(check(List.of(bar(0, 100, 1040.0, 10.0)), before).refusals()).hasSize(1);
    }

    @Test
    void check_refusesThousandfoldOpenInterest_evenWhenVolumeIsUnknown() {
        List<Bar> bars = List.of(bar(0, 100, 2_000_000.0, null), bar(1, 100, 1000.0, null), bar(2, 100, 1001.0, null));

        assertThat(check(bars, NOTHING).bars()).extracting(Bar::openInterest).containsExactly(null, 1000.0, 1001.0);
    }

    @Test
    void check_acceptsLastingStep_onceVolumeCoversIt() {
        List<Bar> bars = List.of(
                bar(0, 100, 1000.0, 60.0),
                bar(1, 100, 1100.0, 60.0),
                bar(2, 100, 1100.0, 60.0),
                bar(3, 100, 1100.0, 60.0));

        assertThat(check(bars, NOTHING).bars())
                .extracting(Bar::openInterest)
                .containsExactly(1000.0, null, 1100.0, 1100.0);
    }

    @Test
    void check_makesAveragePriceUnknown_whenItLiesFarOutsideTheCandle() {
        Bar odd = bar(0, 100).toBuilder().vwap(0.1).build();

        BarPage checked = check(List.of(odd, bar(1, 100)), NOTHING);

        assertThat(checked.bars()).containsExactly(bar(0, 100), bar(1, 100));
        assertThat(checked.refusals()).hasSize(1);
    }

    @Test
    void check_passesOnWhatTheSourceRefused() {
        Refusal refusal = new Refusal(FROM, "no candle");

        BarPage checked = BarCheck.check(
                new BarPage(List.of(), List.of(refusal)), FROM, TO, NOTHING, () -> NOTHING, ContractType.LINEAR, NOW);

        assertThat(checked.refusals()).containsExactly(refusal);
    }

    @Test
    void check_measuresInverseContractsInDollars() {
        // A thousand dollars of contracts throughout: fewer coins as the price rises, though hardly anything is traded.
        List<Bar> bars = List.of(bar(0, 100, 10.0, 0.01), bar(1, 125, 8.0, 0.01), bar(2, 100, 10.0, 0.01));

        BarPage checked = BarCheck.check(
                new BarPage(bars, List.of()), FROM, TO, NOTHING, () -> NOTHING, ContractType.INVERSE, NOW);

        assertThat(checked.bars()).isEqualTo(bars);
        assertThat(check(bars, NOTHING).refusals()).hasSize(1);
    }

    private static BarPage check(List<Bar> bars, BarSeries before) {
        return check(bars, before, NOTHING);
    }

    private static BarPage check(List<Bar> bars, BarSeries before, BarSeries after) {
        return BarCheck.check(new BarPage(bars, List.of()), FROM, TO, before, () -> after, ContractType.LINEAR, NOW);
    }

    private static Bar bar(int index, double price) {
        return bar(index, price, null, null);
    }

    private static Bar bar(int index, double price, @Nullable Double openInterest, @Nullable Double volume) {
        return at(at(index), price, openInterest, volume);
    }

    private static Bar at(Instant openTime, double price, @Nullable Double openInterest, @Nullable Double volume) {
        return Bar.at(openTime, new Candle(price, price, price, price), PriceKind.MARK)
                .openInterest(openInterest)
                .volume(volume)
                .build();
    }

    private static Instant at(int index) {
        return FROM.plus(FIVE_MINUTES.duration().multipliedBy(index));
    }
}
