package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.ContractType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTest {

    private final ContractTerms terms = ContractTerms.of(ContractType.LINEAR, 100);
    private final PositionBook book = new PositionBook(terms);
    private final Tape tape = new Tape();
    private final PublishedLiquidations liquidations = new PublishedLiquidations(LiquidationFeed.COMPLETE, new Dice(1));
    private final BarRecorder recorder = new BarRecorder(terms);
    private final Price price = new Price(0.01);
    private final Sweep sweep = new Sweep(book, price, terms, tape, liquidations);

    @BeforeEach
    void begin() {
        recorder.begin(100);
        liquidations.beginStep(60);
    }

    @Test
    void run_doesNothing_whenNoLevelIsReached() {
        book.open(position(+1, 100, 95), 1);
        price.mark = 95.01;
        sweep.run(recorder);
        assertThat(book.count()).isEqualTo(1);
        assertThat(tape.volume()).isZero();
    }

    @Test
    void run_cascades_whenForcedOrdersReachFurtherLevels() {
        book.open(position(+1, 100, 95), 1);
        book.open(position(+1, 100, 94.5), 1);
        book.open(position(+1, 100, 92), 1);
        price.mark = 95;
        sweep.run(recorder);
        assertThat(book.count()).isEqualTo(1);
        assertThat(price.mark).isEqualTo(93);
        assertThat(tape.volume()).isEqualTo(200);
        assertThat(tape.takerBuys()).isZero();
        assertThat(liquidations.longUsd()).isEqualTo(100 * 95.0 + 100 * 94.0);
        assertThat(liquidations.shortUsd()).isZero();
    }

    @Test
    void run_buysBack_whenShortsAreSwept() {
        book.open(position(-1, 100, 105), 1);
        price.mark = 106;
        sweep.run(recorder);
        assertThat(book.count()).isZero();
        assertThat(tape.takerBuys()).isEqualTo(100);
        assertThat(liquidations.shortUsd()).isEqualTo(100 * 106.0);
    }

    @Test
    void run_publishesNothing_whenAStopLossComesFirst() {
        OpenPosition stopped = position(+1, 100, 90);
        stopped.stop = 96;
        book.open(stopped, 1);
        price.mark = 89;
        sweep.run(recorder);
        assertThat(book.count()).isZero();
        assertThat(liquidations.longUsd()).isZero();
        assertThat(price.mark).isEqualTo(88);
    }

    @Test
    void run_pushesNothing_whenATakeProfitIsFilled() {
        OpenPosition winner = position(+1, 100, 90);
        winner.target = 103;
        book.open(winner, 1);
        price.mark = 103;
        sweep.run(recorder);
        assertThat(book.count()).isZero();
        assertThat(price.mark).isEqualTo(103);
        assertThat(tape.takerBuys()).isEqualTo(100);
    }

    @Test
    void run_movesTheLevelAway_whenMarginIsAdded() {
        OpenPosition careful = position(+1, 100, 90.4);
        careful.planTopUps(100, 0.5);
        book.open(careful, 1);
        price.mark = 95;
        sweep.run(recorder);
        assertThat(book.count()).isEqualTo(1);
        assertThat(careful.liquidation).isLessThan(86);
        assertThat(tape.volume()).isZero();
    }

    @Test
    void run_liquidates_whenThePriceJumpsOverTheTopUp() {
        OpenPosition late = position(+1, 100, 90.4);
        late.planTopUps(100, 0.5);
        book.open(late, 1);
        price.mark = 90;
        sweep.run(recorder);
        assertThat(book.count()).isZero();
        assertThat(liquidations.longUsd()).isEqualTo(100 * 90.0);
    }

    private static OpenPosition position(int sign, long lots, double liquidation) {
        return new OpenPosition(TraderKind.RETAIL, sign, lots, 1, 100, 0.1, liquidation, false, 1);
    }

    /// A price that forced orders move by a fixed amount per lot.
    private static final class Price implements PriceFormation {
        private final double perLot;
        private double mark = 100;

        Price(double perLot) {
            this.perLot = perLot;
        }

        @Override
        public void advance(long timeMs, long stepMs) {}

        @Override
        public double mark() {
            return mark;
        }

        @Override
        public void press(long lots) {
            mark += perLot * lots;
        }

        @Override
        public Climate climate() {
            throw new UnsupportedOperationException();
        }
    }
}
