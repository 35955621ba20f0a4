package io.liquidationmap.engine;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Side;
import java.time.Instant;
import java.util.List;

/// Where the positions of one instrument would be liquidated, as of the end of one bar. Immutable.
///
/// Quantities are in the conserved unit, coins for a linear contract and US dollars for an inverse one. Every amount
/// in US dollars values its quantity at the map's current price, not at the level: so the dollars of all longs, of all
/// shorts and of open interest as the exchange publishes it are the same number.
public final class LevelMap {

    private final Instant asOf;
    private final double price;
    private final ContractType contract;
    private final List<String> labels;
    private final SideLevels longs;
    private final SideLevels shorts;
    private final Instant openInterestAt;
    private final boolean warmingUp;
    private final boolean degraded;

    LevelMap(
            Instant asOf,
            double price,
            ContractType contract,
            List<String> labels,
            SideLevels longs,
            SideLevels shorts,
            Instant openInterestAt,
            boolean warmingUp,
            boolean degraded) {
        this.asOf = asOf;
        this.price = price;
        this.contract = contract;
        this.labels = labels;
        this.longs = longs;
        this.shorts = shorts;
        this.openInterestAt = openInterestAt;
        this.warmingUp = warmingUp;
        this.degraded = degraded;
    }

    /// The map as of one row.
    static LevelMap of(FlowTable flows, CohortTable cohorts, int row, SideLevels longs, SideLevels shorts) {
        return new LevelMap(
                Instant.ofEpochMilli(flows.closeTimeMs(row)),
                flows.close(row),
                cohorts.contract(),
                cohorts.labels(),
                longs,
                shorts,
                Instant.ofEpochMilli(flows.openInterestAtMs(row)),
                flows.isWarmingUp(row),
                flows.isDegraded(row));
    }

    /// End of the last bar the map knows.
    public Instant asOf() {
        return asOf;
    }

    /// That bar's closing price, quote per coin. Every long level lies below it, every short level above.
    public double price() {
        return price;
    }

    /// What the quantities count.
    public ContractType contract() {
        return contract;
    }

    /// The label of each cohort; several cohorts may share one.
    public List<String> labels() {
        return labels;
    }

    /// The levels of one side and how they add up.
    public SideLevels side(Side side) {
        return side == Side.LONG ? longs : shorts;
    }

    /// What a quantity is worth at the current price, US dollars.
    public double usd(double quantity) {
        return quantity * contract.usdPerUnit(price);
    }

    /// The instant of the open interest the map was last balanced with: [#asOf()], or earlier where the latest bars
    /// lack a usable one.
    public Instant openInterestAt() {
        return openInterestAt;
    }

    /// Whether the book has run for less than 40 days, so that positions of unknown age still weigh in the map.
    public boolean isWarmingUp() {
        return warmingUp;
    }

    /// Whether open interest is or was, within the last 40 days, unknown for more than 24 hours on end.
    public boolean isDegraded() {
        return degraded;
    }
}
