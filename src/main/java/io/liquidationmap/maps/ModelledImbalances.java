package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.maps.ImbalanceView.Corroboration;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.market.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads imbalances and their past from the model's books over the stored bars.
@Component
class ModelledImbalances implements Imbalances {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int ANSWERS_KEPT = 64;

    // Parameters of the past may be learned anew, and nothing in the key says so.
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final ModelledLiquidationMaps maps;
    private final Listings listings;
    private final BarHistory history;
    private final PastMoments moments;
    private final PastImbalances past;
    private final EnginePool pool;
    private final LastFound<Opening, ImbalanceReading> opened = new LastFound<>();
    private final Cache<Key<MarketQuery>, ImbalanceReading> readings = Caffeine.newBuilder()
            .maximumSize(ANSWERS_KEPT)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final Cache<Key<HistoryQuery>, ImbalanceHistory> histories = Caffeine.newBuilder()
            .maximumSize(ANSWERS_KEPT)
            .expireAfterWrite(REMEMBERED)
            .build();

    ModelledImbalances(
            ModelledLiquidationMaps maps,
            Listings listings,
            BarHistory history,
            PastMoments moments,
            PastImbalances past,
            EnginePool pool) {
        this.maps = maps;
        this.listings = listings;
        this.history = history;
        this.moments = moments;
        this.past = past;
        this.pool = pool;
    }

    /// The first of the days that many days before `asOf`; days begin at midnight UTC.
    static Instant daysBefore(Instant asOf, int days) {
        return asOf.minus(days, ChronoUnit.DAYS);
    }

    @Override
    public ImbalanceReading open(MarketQuery query) {
        ModelledSnapshot snapshot = maps.open(query);
        Listing listing = listings.current();
        return opened.get(
                new Opening(query, snapshot), listing, snapshot.market().asOf(), () -> {
                    Key<MarketQuery> key = new Key<>(query, snapshot.market(), states(query, listing));
                    return new LastFound.Found<>(readings.get(key, missing -> read(missing, snapshot)), Instant.MAX);
                });
    }

    @Override
    public ImbalanceHistory history(HistoryQuery query) {
        ModelledSnapshot end = maps.open(query.market());
        Key<HistoryQuery> key = new Key<>(query, end.market(), states(query.market(), listings.current()));
        return histories.get(key, missing -> look(missing, end));
    }

    private ImbalanceReading read(Key<MarketQuery> key, ModelledSnapshot snapshot) {
        Market market = snapshot.market();
        Instant asOf = market.asOf();
        int longest = ImbalanceView.WINDOWS_DAYS.getLast();
        // The present is no part of its own past.
        List<Instant> days = PastMoments.grid(daysBefore(asOf, longest), asOf.minusMillis(1), DAY);
        List<Moment> known = known(key.states, key.query, days, asOf);
        List<Corroboration> corroboration =
                snapshot.contributions().stream().map(this::corroboration).toList();
        String input = market.inputHash() + "\n" + Moment.input(known) + corroboration;
        return new ModelledReading(
                snapshot,
                market.withInputHash(MarketAssembly.hash(input)),
                model -> model == market.model() ? snapshot : maps.open(withModel(key.query, asOf, model)),
                () -> past.at(known, market.range(), market.model()),
                corroboration);
    }

    private ImbalanceHistory look(Key<HistoryQuery> key, ModelledSnapshot end) {
        HistoryQuery query = key.query;
        Market market = end.market();
        List<Instant> times = PastMoments.grid(query.begin(market.asOf()), market.asOf(), query.step());
        List<Moment> known = known(key.states, query.market(), times, market.asOf());
        if (known.isEmpty()) {
            throw new NoDataYet(
                    "no multiple of the step lies between the first and the last bar of " + market.symbol());
        }
        if (query.from() != null && !known.getFirst().asOf().equals(times.getFirst())) {
            throw new NotCovered(known.getFirst().asOf());
        }
        Instant unseen = lastMidnightBefore(known.getFirst().asOf(), key, market.asOf());
        String input = market.inputHash() + "\n" + Moment.input(known) + unseen;
        Market named = market.withInputHash(MarketAssembly.hash(input));
        return new ModelledHistory(
                end, named, query.step(), unseen, () -> past.at(known, market.range(), market.model()));
    }

    /// The last midnight before `first` that a point after it would be measured against; null where there is none.
    private @Nullable Instant lastMidnightBefore(Instant first, Key<HistoryQuery> key, Instant present) {
        List<Instant> days =
                PastMoments.grid(daysBefore(first, ImbalanceView.WINDOWS_DAYS.getLast()), first.minusMillis(1), DAY);
        // Nearly always the nearest one is known, or none.
        return pool.compute(() -> days.reversed().stream()
                        .filter(day -> !moments.of(key.states, key.query.market(), List.of(day), present)
                                .isEmpty())
                        .findFirst())
                .orElse(null);
    }

    private List<Moment> known(
            Map<Instrument, List<SeriesState>> states, MarketQuery query, List<Instant> times, Instant present) {
        return pool.compute(() -> moments.of(states, query, times, present));
    }

    private Corroboration corroboration(Contribution contribution) {
        Instant end = contribution.end();
        return new Corroboration(
                contribution.instrument().id(),
                contribution.longShortRatioSince(end.minus(DAY)),
                history.fundingRate(
                                contribution.instrument().id(),
                                contribution.bars().interval(),
                                end.minus(DAY),
                                end)
                        .orElse(Double.NaN));
    }

    private static Map<Instrument, List<SeriesState>> states(MarketQuery query, Listing listing) {
        return Selection.of(query.symbol(), query.venues(), listing).series(listing);
    }

    private static MarketQuery withModel(MarketQuery query, Instant asOf, Model model) {
        return new MarketQuery(query.symbol(), query.venues(), query.range(), asOf, model);
    }

    /// A question and the present that it is about; the same snapshot is found again as long as nothing changes.
    private record Opening(MarketQuery query, ModelledSnapshot snapshot) {}

    /// Questions with one key have one answer, as long as the parameters of the past stay as they are.
    ///
    /// @param query what was asked
    /// @param market the map as of the end
    /// @param states the stored series of each instrument
    /// @param <Q> the kind of question
    private record Key<Q>(Q query, Market market, Map<Instrument, List<SeriesState>> states) {}
}
