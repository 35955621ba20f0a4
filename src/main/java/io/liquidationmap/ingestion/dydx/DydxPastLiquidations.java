package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.Recollection;
import io.liquidationmap.ingestion.archive.TradesBackwards;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The trades of a market, newest first and a page at a time, on which those are marked by which the chain closed a
/// position. They are those of the channel, under the same names.
final class DydxPastLiquidations implements PastLiquidations {

    private static final int PAGE = 1_000;

    private final DydxApi api;

    DydxPastLiquidations(DydxApi api) {
        this.api = api;
    }

    /// The indexer knows all of them, but in pages that count against the limit of everything else.
    @Override
    public Duration reach() {
        return Duration.ofHours(23);
    }

    @Override
    public Completeness completeness() {
        return Completeness.COMPLETE;
    }

    @Override
    public Remembered between(Instrument instrument, Instant from, Instant to) {
        Recollection found = new Recollection();
        new TradesBackwards<>(
                        PAGE,
                        until -> api.trades(instrument.symbol(), until, PAGE).trades(),
                        TradeRow::createdAt,
                        TradeRow::id)
                .forEach(
                        from,
                        to,
                        trade -> found.take(
                                trade,
                                trade.createdAt(),
                                row -> row.isForced() ? List.of(row.liquidation(instrument.id())) : List.of()));
        return found.since(from);
    }
}
