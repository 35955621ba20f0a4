package io.liquidationmap.maps;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.history.LiquidationLog;
import io.liquidationmap.history.Retirements.Retirement;
import io.liquidationmap.maps.InstrumentRecord.Cell;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.maps.Realised.Source;
import io.liquidationmap.maps.Realised.Step;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Answers from the log of liquidations and from the bars.
@Component
class StoredRealisedLiquidations implements RealisedLiquidations {

    /// Of what is made of the input.
    private static final String VERSION = "realised-1";

    private final Listings listings;
    private final LiquidationLog log;
    private final LiquidationCompleteness completeness;
    private final BarHistory history;
    private final Clock clock;

    StoredRealisedLiquidations(
            Listings listings,
            LiquidationLog log,
            LiquidationCompleteness completeness,
            BarHistory history,
            Clock clock) {
        this.listings = listings;
        this.log = log;
        this.completeness = completeness;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Realised find(RealisedQuery query) {
        Listing listing = listings.current();
        Selection selection = Selection.of(query.symbol(), query.venues(), listing);
        Instant asOf = query.asOf() == null ? clock.instant() : query.asOf();
        requireCovered(selection, listing, asOf);
        Interval step = query.step();
        Instant from = step.ceiling(query.from());
        Instant to = step.floor(query.to().isBefore(asOf) ? query.to() : asOf);
        int steps = Math.toIntExact(step.barsBetween(from, to));
        Instant end = from.plus(step.duration().multipliedBy(steps));
        List<Instrument> instruments = followed(selection, listing, asOf, from, end);
        StringBuilder input = new StringBuilder(VERSION);
        Map<Venue, List<InstrumentRecord>> byVenue = new TreeMap<>();
        for (Instrument instrument : instruments) {
            InstrumentRecord.Sources sources = sources(instrument, listing, step, from, end, steps);
            input.append('\n').append(instrument.id()).append('\n').append(sources.input());
            byVenue.computeIfAbsent(instrument.venue(), _ -> new ArrayList<>())
                    .add(InstrumentRecord.of(instrument.id(), step, from, steps, sources));
        }
        return new Realised(
                selection.symbol(),
                List.copyOf(byVenue.keySet()),
                instruments.stream().anyMatch(listing::isSimulated),
                query.asOf() == null ? end : asOf,
                from,
                end,
                steps(byVenue, step, from, steps),
                byVenue.values().stream()
                        .flatMap(List::stream)
                        .map(record ->
                                new Realised.Observation(record.instrument(), record.completeness(), record.gaps()))
                        .toList(),
                VERSION,
                MarketAssembly.hash(input.toString()));
    }

    private static void requireCovered(Selection selection, Listing listing, Instant asOf) {
        Instant firstClose = selection.firstClose(listing);
        if (asOf.isBefore(firstClose)) {
            throw new NotCovered(firstClose);
        }
    }

    /// Those that had begun, without those that were not followed at any time of the stretch; with them where none was,
    /// so that it is said that nothing is known.
    private static List<Instrument> followed(
            Selection selection, Listing listing, Instant asOf, Instant from, Instant to) {
        List<Instrument> begun = selection.instruments().stream()
                .filter(instrument -> listing.hasBegun(instrument, asOf))
                .toList();
        List<Instrument> followed = begun.stream()
                .filter(instrument ->
                        listing.retirementsOf(instrument).stream().noneMatch(retirement -> retirement.covers(from, to)))
                .toList();
        return followed.isEmpty() ? begun : followed;
    }

    private InstrumentRecord.Sources sources(
            Instrument instrument, Listing listing, Interval step, Instant from, Instant to, int steps) {
        List<Retirement> retirements = listing.retirementsOf(instrument);
        BitSet retired = new BitSet(steps);
        for (int i = 0; i < steps; i++) {
            Instant begin = from.plus(step.duration().multipliedBy(i));
            Instant end = begin.plus(step.duration());
            retired.set(i, retirements.stream().anyMatch(retirement -> retirement.covers(begin, end)));
        }
        return new InstrumentRecord.Sources(
                log.coverage(instrument.id(), from, to),
                log.sums(instrument.id(), step, from, to),
                bars(instrument, listing, step, from, to),
                // Of a time before any feed there is only what was declared.
                completeness.of(instrument.id(), Instant.EPOCH, Instant.EPOCH).orElse(null),
                retired);
    }

    /// The bars of the series that reaches furthest; of several, the one with the longest bars, which are the fewest.
    private BarSeries bars(Instrument instrument, Listing listing, Interval step, Instant from, Instant to) {
        return listing.seriesOf(instrument).stream()
                .filter(series -> step.millis() % series.interval().millis() == 0)
                .filter(series -> series.from().isBefore(to) && series.to().isAfter(from))
                .max(Comparator.comparing((SeriesState series) -> series.to().isBefore(to) ? series.to() : to)
                        .thenComparing(SeriesState::interval))
                .map(series -> history.read(instrument.id(), series.interval(), from, to))
                .orElseGet(() -> BarSeries.builder(step, 0).build());
    }

    private static List<Step> steps(
            Map<Venue, List<InstrumentRecord>> byVenue, Interval step, Instant from, int steps) {
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            int index = i;
            Instant begin = from.plus(step.duration().multipliedBy(i));
            byVenue.forEach((venue, records) -> {
                List<Cell> cells = records.stream()
                        .filter(record -> record.counts(index))
                        .map(record -> record.cell(index))
                        .toList();
                for (Side side : Side.values()) {
                    all.add(together(begin, venue, side, cells));
                }
            });
        }
        return all;
    }

    private static Step together(Instant begin, Venue venue, Side side, List<Cell> cells) {
        List<Cell> known = cells.stream().filter(Cell::isKnown).toList();
        if (known.isEmpty()) {
            return new Step(begin, venue, side, null, null, Completeness.NONE, 0, null);
        }
        double covered = cells.stream().mapToDouble(Cell::covered).sum() / cells.size();
        boolean throttled = known.stream().anyMatch(cell -> cell.completeness() == Completeness.THROTTLED);
        List<Source> sources = known.stream().map(Cell::source).distinct().toList();
        boolean counted = sources.equals(List.of(Source.EVENTS));
        return new Step(
                begin,
                venue,
                side,
                known.stream().mapToDouble(cell -> cell.usd(side)).sum(),
                counted ? known.stream().mapToLong(cell -> cell.events(side)).sum() : null,
                throttled ? Completeness.THROTTLED : Completeness.COMPLETE,
                100 * covered,
                sources.size() == 1 ? sources.getFirst() : Source.MIXED);
    }
}
