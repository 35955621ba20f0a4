package io.liquidationmap.maps;

import io.liquidationmap.engine.Heatmap;
import io.liquidationmap.engine.PriceWindow;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Draws the levels of many moments: for each instrument one walk over its bars, or several where other parameters
/// became known in between.
///
/// @param columns the moments and the price of each
/// @param window the prices shown
record PastHeatmap(List<Heatmap.Column> columns, PriceWindow window, Range range, Model model) {

    /// The sum over the instruments. To be called from outside the pool.
    ///
    /// @param moments what was known at each of the columns
    Heatmap draw(List<Moment> moments, PastRuns runs, EnginePool pool) {
        List<Stretch> stretches = stretches(moments);
        List<Moment> ends = stretches.stream().flatMap(Stretch::ends).toList();
        PastBooks books =
                new PastBooks(range, runs.of(PastBooks.wanted(ends, range).values(), model, pool));
        List<Callable<Heatmap>> work = stretches.stream()
                .<Callable<Heatmap>>map(stretch -> () -> draw(stretch, books))
                .toList();
        List<Heatmap> drawn = pool.computeAll(work);
        Heatmap sum = new Heatmap(columns.size(), window.buckets());
        for (int i = 0; i < drawn.size(); i++) {
            sum.add(drawn.get(i), stretches.get(i).first);
        }
        return sum;
    }

    private Heatmap draw(Stretch stretch, PastBooks books) {
        return books.levels(stretch.last()).heatmap(columns.subList(stretch.first, stretch.end()), window, range);
    }

    private static List<Stretch> stretches(List<Moment> moments) {
        Map<Instrument, List<Stretch>> byInstrument = new LinkedHashMap<>();
        for (int column = 0; column < moments.size(); column++) {
            Moment moment = moments.get(column);
            for (Moment.Part part : moment.parts()) {
                List<Stretch> stretches = byInstrument.computeIfAbsent(part.instrument(), _ -> new ArrayList<>());
                if (stretches.isEmpty() || !stretches.getLast().goesOn(column, part)) {
                    stretches.add(new Stretch(column, new ArrayList<>()));
                }
                stretches.getLast().moments.add(new Moment(moment.asOf(), List.of(part)));
            }
        }
        return byInstrument.values().stream().flatMap(List::stream).toList();
    }

    /// Neighbouring moments of one instrument that one run of the model answers.
    ///
    /// @param first the column of the first moment
    /// @param moments with the one part each
    private record Stretch(int first, List<Moment> moments) {
        int end() {
            return first + moments.size();
        }

        Moment.Part last() {
            return moments.getLast().parts().getFirst();
        }

        boolean goesOn(int column, Moment.Part part) {
            return column == end() && last().book().equals(part.book());
        }

        /// The moments between these need no more of a run than they do.
        Stream<Moment> ends() {
            return Stream.of(moments.getFirst(), moments.getLast());
        }
    }
}
