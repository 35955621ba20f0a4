package io.liquidationmap.maps;

import io.liquidationmap.calibration.InstrumentModel;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A moment of the past: which bars had ended then, and what was known of the positions behind them.
///
/// @param parts one per instrument; empty before there was anything to know
record Moment(Instant asOf, List<Part> parts) {

    Moment {
        parts = List.copyOf(parts);
    }

    /// What a map as of this moment is drawn from, as far as it takes a run of the model to get it.
    List<Book> books() {
        return parts.stream().map(Part::book).toList();
    }

    /// Names everything that maps as of these moments depend on.
    static String input(List<Moment> moments) {
        StringBuilder input = new StringBuilder();
        Map<ModelParameters, Integer> parameters = new LinkedHashMap<>();
        // Most moments share theirs with others, and to compare them by value takes in every cohort.
        IdentityHashMap<ModelParameters, Integer> numbers = new IdentityHashMap<>();
        for (Moment moment : moments) {
            input.append(moment.asOf.toEpochMilli());
            for (Part part : moment.parts) {
                int number = numbers.computeIfAbsent(
                        part.parameters(), known -> parameters.computeIfAbsent(known, _ -> parameters.size()));
                input.append(' ').append(part.name()).append(' ').append(number);
            }
            input.append('\n');
        }
        parameters.keySet().forEach(known -> input.append(known).append('\n'));
        return input.toString();
    }

    /// One instrument's part in it.
    ///
    /// @param model what was known of its positions at the moment
    /// @param series its bars, those that ended later included
    /// @param last index of the last bar that had ended
    record Part(Instrument instrument, InstrumentModel model, Series series, int last) {

        ModelParameters parameters() {
            return model.parameters();
        }

        Book book() {
            return new Book(instrument.id(), series.interval(), parameters());
        }

        boolean isModelled() {
            return parameters().equals(series.parameters);
        }

        /// Its bars up to the moment, with what the series' own run of the model made of them.
        Contribution contribution() {
            return new Contribution(instrument, model, series.held, last);
        }

        /// Tells apart any two inputs of a model with the same parameters.
        String name() {
            return series.name + " " + Long.toHexString(series.held.digest(last));
        }
    }

    /// A series in memory.
    ///
    /// @param name tells it from every other
    /// @param parameters with which it was modelled: those known last
    record Series(String name, HeldSeries held, ModelParameters parameters) {
        Interval interval() {
            return held.bars().interval();
        }
    }

    /// A run of the model over the bars of one series.
    record Book(InstrumentId instrument, Interval interval, ModelParameters parameters) {}
}
