package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.calibration.InstrumentModel;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.market.Instrument;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers from the model's books over the stored bars.
@Component
class ModelledLiquidationMaps implements LiquidationMaps {

    /// Of how many instruments, over all snapshots: a drawn one takes about two megabytes for each.
    private static final int PARTS_KEPT = 128;

    private final Listings listings;
    private final SeriesStore store;
    private final ParameterSource parameters;
    private final Groundworks groundworks;
    private final EnginePool pool;
    private final Clock clock;
    private final LastFound<MarketQuery, Opened> opened = new LastFound<>();
    private final Cache<Question, ModelledSnapshot> snapshots = Caffeine.newBuilder()
            .maximumWeight(PARTS_KEPT)
            .weigher((Question question, ModelledSnapshot _) -> question.chosen.size())
            .build();

    ModelledLiquidationMaps(
            Listings listings,
            SeriesStore store,
            ParameterSource parameters,
            Groundworks groundworks,
            EnginePool pool,
            Clock clock) {
        this.listings = listings;
        this.store = store;
        this.parameters = parameters;
        this.groundworks = groundworks;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public ModelledSnapshot open(MarketQuery query) {
        Listing listing = listings.current();
        Instant moment = momentOf(query.asOf());
        return snapshot(opened.get(query, listing, moment, () -> {
            Question question = question(query, listing, moment);
            return new LastFound.Found<>(new Opened(question, snapshot(question)), question.nextDue());
        }));
    }

    private ModelledSnapshot snapshot(Opened known) {
        ModelledSnapshot snapshot = known.snapshot.get();
        return snapshot == null ? snapshot(known.question) : snapshot;
    }

    private ModelledSnapshot snapshot(Question question) {
        return snapshots.get(question, this::fresh);
    }

    /// The question as it stands at this moment.
    Question question(MarketQuery query) {
        return question(query, listings.current(), momentOf(query.asOf()));
    }

    /// The moment that a question is about.
    Instant momentOf(@Nullable Instant asOf) {
        return asOf == null ? clock.instant() : asOf;
    }

    private Question question(MarketQuery query, Listing listing, Instant moment) {
        Selection selection = Selection.of(query.symbol(), query.venues(), listing);
        List<Chosen> chosen = selection.followedAt(moment, listing).stream()
                .map(instrument -> choose(instrument, query, moment, listing))
                .filter(Objects::nonNull)
                .toList();
        if (chosen.isEmpty()) {
            throw new NotCovered(selection.firstClose(listing));
        }
        boolean simulated = chosen.stream().anyMatch(choice -> listing.isSimulated(choice.instrument));
        return new Question(query, selection.symbol(), simulated, chosen);
    }

    /// An answer that is not kept. To be called from outside the pool.
    ModelledSnapshot fresh(Question question) {
        return pool.compute(() -> assemble(question));
    }

    private @Nullable Chosen choose(Instrument instrument, MarketQuery query, Instant moment, Listing listing) {
        return SeriesChoice.of(listing.seriesOf(instrument), query.range(), moment)
                // Nobody can ask for a bar that has not closed; without `asOf` the answer changes with the bars.
                .map(series -> {
                    Instant due = query.asOf() == null ? series.interval().floor(moment) : moment;
                    return new Chosen(instrument, series, due, parameters.of(instrument, due));
                })
                .orElse(null);
    }

    private ModelledSnapshot assemble(Question question) {
        List<Contribution> contributions = question.chosen.stream()
                .map(chosen -> contribution(chosen, question.query.model()))
                .filter(Contribution::isKnown)
                .toList();
        if (contributions.isEmpty()) {
            throw new NoDataYet("no open interest of " + question.symbol + " is known at that time");
        }
        return new ModelledSnapshot(
                MarketAssembly.of(question.query, question.symbol, question.simulated, contributions, question.due()),
                contributions,
                groundworks,
                pool);
    }

    private Contribution contribution(Chosen chosen, Model model) {
        HeldSeries held = store.get(chosen.series, chosen.model.parameters(), model);
        return new Contribution(
                chosen.instrument, chosen.model, held, held.bars().lastClosedAt(chosen.due));
    }

    /// A question with its answer, as long as there is memory for it: those that are asked most are kept elsewhere.
    private record Opened(Question question, SoftReference<ModelledSnapshot> snapshot) {

        Opened(Question question, ModelledSnapshot snapshot) {
            this(question, new SoftReference<>(snapshot));
        }
    }

    /// One instrument's part in it.
    ///
    /// @param due the moment up to which bars count
    /// @param model as it was known then
    record Chosen(Instrument instrument, SeriesState series, Instant due, InstrumentModel model) {}

    /// What is asked and all it is answered from: equal ones have one answer.
    record Question(MarketQuery query, String symbol, boolean simulated, List<Chosen> chosen) {
        private Instant due() {
            return chosen.stream()
                    .map(Chosen::due)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /// When the first of the bars that come next should have closed.
        Instant nextDue() {
            return query.asOf() != null
                    ? Instant.MAX
                    : chosen.stream()
                            .map(one -> one.due.plus(one.series.interval().duration()))
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
        }
    }
}
