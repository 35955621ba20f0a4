package io.liquidationmap.ingestion;

import io.liquidationmap.ingestion.MarketDataSource.Refusal;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Liquidation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a venue remembers of liquidations when it is asked, so that what a stream missed can be made up for.
public interface PastLiquidations {

    /// How far back it is worth asking; less than a day, for then what was liquidated counts as settled.
    Duration reach();

    /// How much of what was liquidated it tells; not [Completeness#NONE].
    Completeness completeness();

    /// All that it tells of `[from, to)`, under the same identities as the venue's stream.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    Remembered between(Instrument instrument, Instant from, Instant to);

    /// What a venue told.
    ///
    /// @param from since when it is all there is: later than was asked where the venue has forgotten what was before
    /// @param refusals one for each row that was not used, any of which may have been a liquidation
    record Remembered(List<Liquidation> events, Instant from, List<Refusal> refusals) {
        public Remembered {
            events = List.copyOf(events);
            refusals = List.copyOf(refusals);
        }
    }
}
