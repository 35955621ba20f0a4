package io.liquidationmap.simulation;

/// What the price triggers on its way: liquidations, stop-losses, take-profits and top-ups. Forced orders push the
/// price further, which may trigger more: the cascade ends when nothing more is reached.
final class Sweep {

    // A top-up adds this share of the first collateral.
    private static final double TOP_UP = 0.6;

    private final PositionBook book;
    private final PriceFormation price;
    private final ContractTerms terms;
    private final Tape tape;
    private final PublishedLiquidations liquidations;

    Sweep(PositionBook book, PriceFormation price, ContractTerms terms, Tape tape, PublishedLiquidations liquidations) {
        this.book = book;
        this.price = price;
        this.terms = terms;
        this.tape = tape;
        this.liquidations = liquidations;
    }

    /// Triggers everything the present price has reached, and what follows from it.
    ///
    /// @param recorder is told every price on the way
    void run(BarRecorder recorder) {
        long forced;
        do {
            double mark = price.mark();
            forced = drain(book.falling(), mark) + drain(book.rising(), mark);
            if (forced != 0) {
                price.press(forced);
                recorder.price(price.mark());
            }
        } while (forced != 0);
    }

    private long drain(TriggerQueue queue, double mark) {
        long forced = 0;
        while (queue.isDue(mark)) {
            forced += trigger(queue.first(), mark);
        }
        return forced;
    }

    private long trigger(OpenPosition position, double mark) {
        if (position.hasLostDownTo(position.stop, mark)) {
            return closeAtMarket(position);
        }
        if (position.hasLostDownTo(position.liquidation, mark)) {
            liquidations.add(position.sign, terms.usd(position.lots, mark), position.accounts);
            return closeAtMarket(position);
        }
        if (position.hasLostDownTo(position.topUp, mark)) {
            topUp(position, mark);
        } else {
            tape.rest(-position.sign, position.lots);
            book.close(position);
        }
        return 0;
    }

    private long closeAtMarket(OpenPosition position) {
        tape.take(-position.sign, position.lots);
        book.close(position);
        return -position.sign * position.lots;
    }

    private void topUp(OpenPosition position, double mark) {
        book.margin(position, position.ratio + TOP_UP * position.firstRatio);
        position.planNextTopUp(mark);
        book.rearm(position);
    }
}
