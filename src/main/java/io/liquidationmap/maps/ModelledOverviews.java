package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.engine.Cluster;
import io.liquidationmap.maps.ModelledLiquidationMaps.Question;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.maps.QuestionException.UnknownVenue;
import io.liquidationmap.maps.SymbolOverview.Clusters;
import io.liquidationmap.maps.SymbolOverview.Summary;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Overviews of modelled maps. A row is kept under the name of all it depends on, so a new bar costs the rows it is part
/// of; the map behind it, which is a thousand times larger, is not kept.
@Component
class ModelledOverviews implements Overviews {

    private static final Logger LOG = LoggerFactory.getLogger(ModelledOverviews.class);

    private static final List<Double> DISTANCES_PCT = List.of(5.0, 10.0);

    /// Of several reasons, the one that is over first.
    private static final Comparator<QuestionException> FIRST_TO_BE_ANSWERED =
            Comparator.comparing(reason -> reason instanceof NotCovered notCovered ? notCovered.from() : Instant.MAX);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int CLUSTERS = 10;

    private static final int ROWS_KEPT = 2_000;

    /// A computation holds a part of the table; a large table keeps others from waiting for it.
    private static final int INITIAL_CAPACITY = 1_024;

    /// More would fill the queue of the engine's threads, in which others must find room.
    private static final int ROWS_AT_A_TIME = 3;

    private final ModelledLiquidationMaps maps;
    private final Listings listings;
    private final LastFound<OverviewQuery, List<SymbolOverview>> opened = new LastFound<>();
    private final Cache<Question, SymbolOverview> kept = Caffeine.newBuilder()
            .initialCapacity(INITIAL_CAPACITY)
            .maximumSize(ROWS_KEPT)
            .build();

    ModelledOverviews(ModelledLiquidationMaps maps, Listings listings) {
        this.maps = maps;
        this.listings = listings;
    }

    @Override
    public List<SymbolOverview> rows(OverviewQuery query) {
        Listing listing = listings.current();
        Instant moment = maps.momentOf(query.asOf());
        return opened.get(query, listing, moment, () -> look(query, listing, moment));
    }

    private LastFound.Found<List<SymbolOverview>> look(OverviewQuery query, Listing listing, Instant moment) {
        Selection.requireKnown(query.venues(), listing);
        boolean named = !query.symbols().isEmpty();
        List<String> symbols = named ? query.symbols() : stored(listing);
        if (symbols.isEmpty()) {
            throw new NoDataYet("no bar is stored yet");
        }
        List<@Nullable SymbolOverview> rows = new ArrayList<>();
        List<Callable<SymbolOverview>> work = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<QuestionException> elsewhere = new ArrayList<>();
        Instant until = Instant.MAX;
        for (String symbol : symbols) {
            Asked asked = ask(query.of(symbol), named, elsewhere);
            SymbolOverview row = asked.question == null ? asked.answered : kept.getIfPresent(asked.question);
            rows.add(row);
            Question key = asked.question;
            // What cannot be answered now may be at any moment.
            Instant due = key == null ? moment : key.nextDue();
            until = due.isBefore(until) ? due : until;
            if (row == null && key != null) {
                places.add(rows.size() - 1);
                work.add(() -> row(key));
            }
        }
        List<SymbolOverview> computed = atOnce(work);
        for (int i = 0; i < computed.size(); i++) {
            rows.set(places.get(i), computed.get(i));
        }
        List<SymbolOverview> known = rows.stream().filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            throw elsewhere.stream().min(FIRST_TO_BE_ANSWERED).orElseThrow();
        }
        return new LastFound.Found<>(known, until);
    }

    /// What names the row, or the row itself where there is nothing to compute; neither for a symbol that nobody has asked
    /// for by name and of which nothing was known then or there.
    ///
    /// @param elsewhere takes the reasons for leaving symbols out
    private Asked ask(MarketQuery query, boolean named, List<QuestionException> elsewhere) {
        try {
            return new Asked(maps.question(query), null);
        } catch (UnknownSymbol unknown) {
            throw unknown.among(query.symbol());
        } catch (NotCovered | UnknownVenue reason) {
            elsewhere.add(reason);
            return new Asked(null, named ? missing(query.symbol(), reason) : null);
        } catch (QuestionException unanswerable) {
            return new Asked(null, missing(query.symbol(), unanswerable));
        }
    }

    private static SymbolOverview missing(String symbol, QuestionException reason) {
        return SymbolOverview.without(symbol, String.valueOf(reason.getMessage()));
    }

    private static List<String> stored(Listing listing) {
        return listing.instruments().stream()
                .filter(instrument -> !listing.seriesOf(instrument).isEmpty())
                .map(Instrument::base)
                .distinct()
                .sorted()
                .toList();
    }

    private SymbolOverview row(Question question) {
        String symbol = question.query().symbol();
        try {
            return kept.get(question, missing -> SymbolOverview.of(summary(missing)));
        } catch (BusyException busy) {
            throw busy;
        } catch (QuestionException unanswerable) {
            return missing(symbol, unanswerable);
        } catch (RuntimeException mistake) {
            LOG.error("The row of {} could not be computed", symbol, mistake);
            return SymbolOverview.without(symbol, "could not be computed: a mistake of the service");
        }
    }

    private Summary summary(Question question) {
        ModelledSnapshot snapshot = maps.fresh(question);
        List<DistanceImbalance> imbalance = snapshot.imbalance(PriceWindow.ANY).stream()
                .filter(at -> at.distancePct() != null && DISTANCES_PCT.contains(at.distancePct()))
                .toList();
        return new Summary(
                snapshot.market(),
                snapshot.price(),
                PriceChange.over(DAY, snapshot.contributions()),
                snapshot.contributions().stream()
                        .mapToDouble(Contribution::openInterestUsd)
                        .sum(),
                imbalance,
                clusters(snapshot, Side.SHORT),
                clusters(snapshot, Side.LONG));
    }

    private static Clusters clusters(ModelledSnapshot snapshot, Side side) {
        List<Cluster> heaviest = snapshot.clusters(side, CLUSTERS);
        return new Clusters(
                heaviest.stream()
                        .min(Comparator.comparingDouble(cluster -> Math.abs(cluster.distance())))
                        .orElse(null),
                heaviest.isEmpty() ? null : heaviest.getFirst());
    }

    private static List<SymbolOverview> atOnce(List<Callable<SymbolOverview>> work) {
        if (work.isEmpty()) {
            return List.of();
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(ROWS_AT_A_TIME, Thread.ofVirtual().factory())) {
            List<SymbolOverview> rows = new ArrayList<>();
            for (Future<SymbolOverview> row : threads.invokeAll(work)) {
                rows.add(row.get());
            }
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an overview was computed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// @param question null where there is nothing to compute
    /// @param answered the row where there is nothing to compute; null for none
    private record Asked(
            @Nullable Question question, @Nullable SymbolOverview answered) {}
}
