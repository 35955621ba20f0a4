package io.liquidationmap.ingestion.deribit;

import io.liquidationmap.ingestion.PastLiquidations;
import io.liquidationmap.ingestion.Recollection;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/// The trades of the last day, oldest first and a page at a time, on which it is marked who traded by force. They are
/// those of the stream, under the same names.
final class DeribitPastLiquidations implements PastLiquidations {

    private static final int PAGE = 1_000;

    private final DeribitApi api;

    DeribitPastLiquidations(DeribitApi api) {
        this.api = api;
    }

    /// A day, less what passes while it is asked for: an older stretch is answered with nothing, and without a fault.
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
        Set<String> seen = new HashSet<>();
        Instant begin = from;
        boolean more = true;
        while (more) {
            Trades page = api.trades(instrument.symbol(), begin.toEpochMilli(), to.toEpochMilli() - 1, PAGE, "asc")
                    .content();
            page.trades().stream()
                    .filter(trade -> seen.add(trade.tradeId()))
                    .forEach(trade -> found.take(trade, trade.time(), TradeRow::liquidations));
            more = page.hasMore();
            begin = more ? lastOf(page, begin) : to;
        }
        return found.since(from);
    }

    /// Those of the last instant are shown again, because not all of them may have found room.
    private static Instant lastOf(Trades page, Instant begin) {
        Instant last = page.trades().stream()
                .map(TradeRow::time)
                .max(Comparator.naturalOrder())
                .orElse(begin);
        if (!last.isAfter(begin)) {
            throw new VenueUnavailableException("shows no trades after " + begin, null, null);
        }
        return last;
    }
}
