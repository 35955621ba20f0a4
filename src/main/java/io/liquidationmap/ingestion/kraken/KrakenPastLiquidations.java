package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.Recollection;
import io.liquidationmap.ingestion.archive.TradesBackwards;
import io.liquidationmap.ingestion.kraken.TradeHistory.PastTrade;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The last trades of a contract, newest first and a hundred at a time, on which those are marked that closed a position
/// by force. They are those of the feed, under the same names.
final class KrakenPastLiquidations implements PastLiquidations {

    private static final int PAGE = 100;

    /// Whether those at the instant that is asked for are shown is not documented.
    private static final Duration OVERLAP = Duration.ofMillis(1);

    private final KrakenApi api;

    KrakenPastLiquidations(KrakenApi api) {
        this.api = api;
    }

    /// The venue remembers a week, but a busy contract has some thousand trades an hour, in pages of a hundred that take
    /// their turn with everything else.
    @Override
    public Duration reach() {
        return Duration.ofHours(2);
    }

    @Override
    public Completeness completeness() {
        return Completeness.COMPLETE;
    }

    /// It forgets all trades when its engine begins anew, without saying so: what was before the oldest is unknown.
    @Override
    public Remembered between(Instrument instrument, Instant from, Instant to) {
        Recollection found = new Recollection();
        Instant oldest = new TradesBackwards<>(
                        PAGE,
                        until -> api.trades(instrument.symbol(), until.plus(OVERLAP))
                                .history(),
                        PastTrade::time,
                        PastTrade::id)
                .forEach(
                        from,
                        to,
                        trade -> found.take(
                                trade.row(instrument.symbol()), trade.time(), KrakenPastLiquidations::liquidations));
        return found.since(oldest.isAfter(from) ? oldest : from);
    }

    private static List<Liquidation> liquidations(TradeRow row) {
        return row.isLiquidation() ? List.of(row.liquidation()) : List.of();
    }
}
