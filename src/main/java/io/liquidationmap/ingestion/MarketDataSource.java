package io.liquidationmap.ingestion;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One venue. The only thing the service knows about an exchange: adding one means implementing this in a package of
/// its own.
///
/// Implementations translate the venue's units into those of [Bar] (open interest counted once and in coins, position
/// sides, UTC instants), keep the venue's rate limits by themselves, and retry what may pass by itself. What they
/// cannot deliver they report: an unreachable, throttling or banning venue as [VenueUnavailableException], an
/// impossible row of a series as a [Refusal], any other to [RefusedRows]. They are called from several threads.
public interface MarketDataSource {

    /// The venue's name.
    Venue venue();

    /// Whether the market is a simulation; every answer built on it then says so.
    default boolean simulated() {
        return false;
    }

    /// The clock by which the venue's bars end.
    ///
    /// @param ours what it is taken for as long as nothing is known of it
    default InstantSource clock(InstantSource ours) {
        return ours;
    }

    /// The perpetuals that trade at present. The base may be a multiple of a coin as in [Denomination]; sizes and prices
    /// are then of that.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    List<Instrument> instruments();

    /// What is open at this moment in the perpetuals that trade, in US dollars, by symbol. Asked for once an hour, and only
    /// where what is open decides which of them are ingested; with few requests, or such as weigh little. Empty where the
    /// venue does not say so.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    default Map<String, Double> openInterestUsd() {
        return Map.of();
    }

    /// What history can be had.
    HistoryOffer history(Instrument instrument, Interval interval);

    /// The closed bars that open in `[from, to)`, ascending; fewer where the venue has none. A bar that is still open
    /// is never among them.
    ///
    /// @param from a boundary of the interval
    /// @param to a boundary of the interval
    /// @throws VenueUnavailableException if the venue does not answer properly; nothing of the stretch is delivered
    BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to);

    /// Whether the venue's limits leave no time for everything about every contract when a bar has ended, so that
    /// [#newestBars] leaves out what can wait.
    default boolean isCompletedLater() {
        return false;
    }

    /// The few newest of [#bars], with no more than the venue has time for when those of all contracts are wanted at once:
    /// the price, and of the rest what is soon had. What is left out is unknown until the bars are asked for in full.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly; nothing of the stretch is delivered
    default BarPage newestBars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return bars(instrument, interval, from, to);
    }

    /// The open interest at this moment, in coins.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    OpenInterest currentOpenInterest(Instrument instrument);

    /// The margin tiers in force; empty where the venue does not publish them.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    /// @throws IllegalArgumentException if those it publishes cannot be true; what was known before then stays
    Optional<MarginSchedule> marginSchedule(Instrument instrument);

    /// How much of what is liquidated the figures in its bars show; empty where it does not say, and for one whose bars
    /// have no such figures.
    default Optional<Completeness> liquidations() {
        return Optional.empty();
    }

    /// What the venue remembers of liquidations; empty where it cannot be asked.
    default Optional<PastLiquidations> pastLiquidations() {
        return Optional.empty();
    }

    /// How far back and in what portions a back-fill may ask.
    ///
    /// @param earliest open time of the oldest bar worth asking for
    /// @param portionBars how many bars to ask for at once, so that progress is seen and kept
    /// @param openInterestFrom open time of the oldest bar whose open interest can still be had, so that older bars
    ///     without one are not asked for again; null if only the present open interest can be had
    record HistoryOffer(
            Instant earliest, int portionBars, @Nullable Instant openInterestFrom) {

        /// An offer of open interest as far back as of bars.
        public HistoryOffer(Instant earliest, int portionBars) {
            this(earliest, portionBars, earliest);
        }
    }

    /// Bars and the rows that were refused on the way.
    ///
    /// @param bars ascending by open time
    /// @param refusals one for each row that was not used
    record BarPage(List<Bar> bars, List<Refusal> refusals) {
        public BarPage {
            bars = List.copyOf(bars);
            refusals = List.copyOf(refusals);
        }
    }

    /// A row of the venue's that cannot be true.
    ///
    /// @param at the instant the row is about
    /// @param reason what is wrong with it, for the operator
    record Refusal(Instant at, String reason) {}

    /// Open contracts at one instant.
    ///
    /// @param at when
    /// @param coins counted once, not once per side
    record OpenInterest(Instant at, double coins) {}
}
