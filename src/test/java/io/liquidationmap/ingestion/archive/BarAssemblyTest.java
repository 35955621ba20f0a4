package io.liquidationmap.ingestion.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.ingestion.MarketDataSource.BarPage;
import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BarAssemblyTest {

    private static final Instant OPEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T12:05:00Z");

    private final BarAssembly assembly = new BarAssembly(Interval.FIVE_MINUTES);

    @Test
    void page_joinsWhatBelongsToOneBar() {
        assembly.mark(mark(OPEN, 100));
        assembly.trade(new Kline(OPEN, 101, 103, 99, 102, 10, 1015, 4.0));
        assembly.positioning(new PositioningSample(END, 5000.0, 1.5, null, null));
        assembly.positioning(new PositioningSample(END, null, null, 1.2, 1.1));
        assembly.funding(OPEN.plusMillis(4), 0.0001);

        assertThat(page().bars())
                .containsExactly(Bar.at(OPEN, new Candle(100, 101, 99, 100), PriceKind.MARK)
                        .volume(10.0)
                        .takerBuyVolume(4.0)
                        .vwap(101.5)
                        .openInterest(5000.0)
                        .longShortRatio(1.5)
                        .topAccountRatio(1.2)
                        .topPositionRatio(1.1)
                        .fundingRate(0.0001)
                        .build());
    }

    @Test
    void page_leavesUnknownWhatWasNotDelivered() {
        assembly.mark(mark(OPEN, 100));

        assertThat(page().bars())
                .containsExactly(Bar.at(OPEN, new Candle(100, 101, 99, 100), PriceKind.MARK)
                        .build());
    }

    @Test
    void page_hasNoBar_withoutAPrice() {
        assembly.positioning(PositioningSample.openInterest(END, 5000));

        assertThat(page().bars()).isEmpty();
        assertThat(page().refusals()).isEmpty();
    }

    @Test
    void page_fallsBackOnTheLastPrice_andHasNoAverageWithoutTrades() {
        assembly.trade(new Kline(OPEN, 101, 103, 99, 102, 0, 0, 0.0));

        assertThat(page().bars())
                .containsExactly(Bar.at(OPEN, new Candle(101, 103, 99, 102), PriceKind.LAST)
                        .volume(0.0)
                        .takerBuyVolume(0.0)
                        .build());
    }

    @Test
    void page_leavesOutWhatWasNotAskedFor() {
        assembly.mark(mark(OPEN.minusSeconds(300), 100));
        assembly.mark(mark(OPEN, 100));
        assembly.mark(mark(END, 100));

        assertThat(page().bars()).extracting(Bar::openTime).containsExactly(OPEN);
    }

    @Test
    void positioning_betweenTheEndsOfBars_belongsToNone() {
        assembly.mark(mark(OPEN, 100));
        assembly.positioning(PositioningSample.openInterest(END.minusSeconds(60), 5000));

        assertThat(page().bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.openInterest()).isNull());
    }

    @Test
    void funding_addsUpWithinABar() {
        assembly.mark(mark(OPEN, 100));
        assembly.funding(OPEN, 0.25);
        assembly.funding(OPEN.plusSeconds(60), 0.5);
        assembly.funding(END, 1);
        assembly.funding(OPEN, Double.NaN);

        assertThat(page().bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.fundingRate()).isEqualTo(0.75));
        assertThat(page().refusals()).extracting(Refusal::reason).containsExactly("funding rate is no number");
    }

    @Test
    void impossibleVolumes_areRefused() {
        assembly.trade(new Kline(OPEN, 101, 103, 99, 102, 10, 1015, 11.0));

        BarPage page = page();

        assertThat(page.bars()).isEmpty();
        assertThat(page.refusals()).containsExactly(new Refusal(OPEN, "taker buy volume must not exceed volume"));
    }

    @Test
    void openInterestInDollars_isWorthTheSameAtTheClose() {
        assembly.mark(mark(OPEN, 100));
        assembly.openInterestUsd(END, 5000);
        assembly.openInterestUsd(END.plusSeconds(60), 7000);
        assembly.openInterestUsd(END, Double.NaN);

        BarPage page = page();

        assertThat(page.bars()).extracting(Bar::openInterest).containsExactly(50.0);
        assertThat(page.refusals()).containsExactly(new Refusal(END, "open interest is NaN"));
    }

    @Test
    void takerBuysFromElsewhere_areBelievedAsAPartOfTheVolume() {
        assembly.trade(new Kline(OPEN, 101, 103, 99, 102, 10, 1015, null));
        assembly.takerBuyVolume(OPEN, 4);
        assembly.trade(new Kline(END, 101, 103, 99, 102, 10, 1015, null));
        assembly.takerBuyVolume(END, 11);

        BarPage page = assembly.page(OPEN, END.plusSeconds(300));

        assertThat(page.bars()).extracting(Bar::takerBuyVolume).containsExactly(4.0, null);
        assertThat(page.bars()).extracting(Bar::volume).containsExactly(10.0, 10.0);
        assertThat(page.refusals()).containsExactly(new Refusal(END, "takers bought 11.0 of a volume of 10.0"));
    }

    @Test
    void page_hasNoAverage_whereTheTurnoverIsNotKnown() {
        assembly.trade(new Kline(OPEN, 101, 103, 99, 102, 10, Double.NaN, null));

        assertThat(page().bars())
                .containsExactly(Bar.at(OPEN, new Candle(101, 103, 99, 102), PriceKind.LAST)
                        .volume(10.0)
                        .build());
    }

    @Test
    void liquidations_areThoseOfTheirBar() {
        assembly.mark(mark(OPEN, 100));
        assembly.liquidations(OPEN, 7000, 0);
        assembly.liquidations(OPEN, Double.NaN, -1);

        BarPage page = page();

        assertThat(page.bars())
                .containsExactly(Bar.at(OPEN, new Candle(100, 101, 99, 100), PriceKind.MARK)
                        .liquidatedLongUsd(7000.0)
                        .liquidatedShortUsd(0.0)
                        .build());
        assertThat(page.refusals())
                .containsExactly(
                        new Refusal(OPEN, "liquidated long is NaN"), new Refusal(OPEN, "liquidated short is -1.0"));
    }

    @Test
    void typicalPrice_isTheGeometricMeanOfLowHighAndClose() {
        assertThat(new Kline(OPEN, 3, 8, 1, 27, 0, 0, null).typicalPrice()).isCloseTo(6, within(1e-12));
    }

    private BarPage page() {
        return assembly.page(OPEN, END);
    }

    private static Kline mark(Instant openTime, double price) {
        return new Kline(openTime, price, price + 1, price - 1, price, 0, 0, null);
    }
}
