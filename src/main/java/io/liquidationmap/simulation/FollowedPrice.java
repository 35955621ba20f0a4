package io.liquidationmap.simulation;

/// The price of a smaller contract on the same coin: arbitrage ties it to that of the leading one, and its own forced
/// orders are too small to move both.
final class FollowedPrice implements PriceFormation {

    private final TradingFloor leader;
    private final BarRecorder unpublished;

    FollowedPrice(TradingFloor leader, BarRecorder unpublished) {
        this.leader = leader;
        this.unpublished = unpublished;
    }

    @Override
    public void advance(long timeMs, long stepMs) {
        leader.step(timeMs, stepMs, unpublished);
    }

    @Override
    public double mark() {
        return leader.mark();
    }

    @Override
    public void press(long lots) {
        // Taken up by the leading market.
    }

    @Override
    public Climate climate() {
        return leader.climate();
    }
}
