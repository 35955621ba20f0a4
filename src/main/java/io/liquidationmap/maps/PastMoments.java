package io.liquidationmap.maps;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.maps.Moment.Part;
import io.liquidationmap.maps.Moment.Series;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds out what was known at moments of the past, by the same rules by which a question with `asOf` is answered.
@Component
class PastMoments {

    private final Listings listings;
    private final SeriesStore store;
    private final ParameterSource parameters;

    PastMoments(Listings listings, SeriesStore store, ParameterSource parameters) {
        this.listings = listings;
        this.store = store;
        this.parameters = parameters;
    }

    /// The multiples of `step` since 1970 that lie in `[from, to]`, ascending.
    static List<Instant> grid(Instant from, Instant to, Duration step) {
        long stepMs = step.toMillis();
        List<Instant> times = new ArrayList<>();
        for (long time = Math.ceilDiv(from.toEpochMilli(), stepMs) * stepMs;
                time <= to.toEpochMilli();
                time += stepMs) {
            times.add(Instant.ofEpochMilli(time));
        }
        return times;
    }

    /// What was known at each of these times, without those at which nothing was.
    ///
    /// @param states the stored series of each instrument
    /// @param present the moment whose parameters the held series are modelled with, as most of the moments need the
    ///     same
    List<Moment> of(
            Map<Instrument, List<SeriesState>> states, MarketQuery query, List<Instant> times, Instant present) {
        Listing listing = listings.current();
        Map<SeriesState, Series> series = new HashMap<>();
        List<Moment> moments = new ArrayList<>();
        for (Instant time : times) {
            List<Part> parts = new ArrayList<>();
            states.forEach((instrument, ofInstrument) -> {
                Part part = listing.isRetired(instrument, time)
                        ? null
                        : part(instrument, ofInstrument, query, time, present, series);
                if (part != null) {
                    parts.add(part);
                }
            });
            if (!parts.isEmpty()) {
                moments.add(new Moment(time, parts));
            }
        }
        return moments;
    }

    private @Nullable Part part(
            Instrument instrument,
            List<SeriesState> states,
            MarketQuery query,
            Instant time,
            Instant present,
            Map<SeriesState, Series> series) {
        Optional<SeriesState> chosen = SeriesChoice.of(states, query.range(), time);
        if (chosen.isEmpty()) {
            return null;
        }
        Series held = series.computeIfAbsent(chosen.get(), state -> held(instrument, state, query.model(), present));
        int last = held.held().bars().lastClosedAt(time);
        Part part = new Part(instrument, parameters.of(instrument, time), held, last);
        return part.contribution().isKnown() ? part : null;
    }

    private Series held(Instrument instrument, SeriesState state, Model model, Instant present) {
        ModelParameters known = parameters.of(instrument, present).parameters();
        return new Series(instrument.id() + " " + state.interval(), store.get(state, known, model), known);
    }
}
