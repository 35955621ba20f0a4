package io.liquidationmap.maps;

import io.liquidationmap.engine.Imbalance;
import io.liquidationmap.engine.cascade.PriceImpact;
import io.liquidationmap.engine.context.Crowdedness;
import io.liquidationmap.engine.context.Standing;
import io.liquidationmap.market.InstrumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An imbalance in its context.
///
/// @param distances at 2, 5, 10 and 20 %
/// @param mapEnds between the ends of the window, by both models
/// @param dailyVolume what is traded on an average day
/// @param impact how far a flow of orders moves price, with the order books as a cascade assumes them usually to be; null
///     where the daily volume is unknown
/// @param corroboration what else tells of one-sided positions, by instrument; none of it is part of the label
public record ImbalanceView(
        List<InContext> distances,
        MapEnds mapEnds,
        DailyVolume dailyVolume,
        @Nullable PriceImpact impact,
        List<Corroboration> corroboration) {

    /// Windows of the past, days, in which an imbalance is looked at. Labels look at the first.
    public static final List<Integer> WINDOWS_DAYS = List.of(180, 730);

    public ImbalanceView {
        distances = List.copyOf(distances);
        corroboration = List.copyOf(corroboration);
    }

    /// The imbalance out to one distance.
    ///
    /// @param at the amounts
    /// @param standings among the days of the last half year, and of the last two years
    /// @param crowdedness what it is called; null in the opened model, of whose error nothing is claimed
    public record InContext(
            DistanceImbalance at,
            List<Standing> standings,
            @Nullable Crowdedness crowdedness) {

        public InContext {
            standings = List.copyOf(standings);
        }
    }

    /// The amounts between the ends of one window.
    ///
    /// @param conserved what is still open
    /// @param opened the same by the popular account, in which nothing closes by itself
    public record MapEnds(Imbalance conserved, Imbalance opened) {}

    /// What is traded on an average day of the last two weeks.
    ///
    /// @param usd US dollars, all instruments together; NaN where it is unknown of one of them
    /// @param days for how many days it is known, on average over the instruments
    public record DailyVolume(double usd, double days) {}

    /// What an instrument's venue publishes about who is crowded.
    ///
    /// @param instrument whose
    /// @param longShortRatio accounts long / accounts short, last known within a day; NaN if it is unknown
    /// @param fundingRate paid by longs to shorts over the last day, as a fraction of notional; NaN if it is unknown
    public record Corroboration(InstrumentId instrument, double longShortRatio, double fundingRate) {}
}
