package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.engine.Heatmap;
import io.liquidationmap.history.BarHistory.SeriesState;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Draws levels over time from the model's books over the stored bars.
@Component
class ModelledHeatmaps implements Heatmaps {

    private static final int READINGS_KEPT = 64;

    // Parameters of the past may be learned anew, and nothing in the key says so.
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final ModelledLiquidationMaps maps;
    private final Listings listings;
    private final PastMoments moments;
    private final PastRuns runs;
    private final EnginePool pool;
    private final Cache<Key, Reading> readings = Caffeine.newBuilder()
            .maximumSize(READINGS_KEPT)
            .expireAfterWrite(REMEMBERED)
            .build();

    ModelledHeatmaps(
            ModelledLiquidationMaps maps, Listings listings, PastMoments moments, PastRuns runs, EnginePool pool) {
        this.maps = maps;
        this.listings = listings;
        this.moments = moments;
        this.runs = runs;
        this.pool = pool;
    }

    @Override
    public HeatmapReading open(HeatmapQuery query) {
        ModelledSnapshot end = maps.open(query.market());
        Listing listing = listings.current();
        Map<Instrument, List<SeriesState>> states = Selection.of(
                        query.market().symbol(), query.market().venues(), listing)
                .series(listing);
        return readings.get(new Key(query, end.market(), states), missing -> read(missing, end));
    }

    private Reading read(Key key, ModelledSnapshot end) {
        Market market = end.market();
        Interval step = key.query.stepOver(shortestBars(market));
        // The time shown begins after its first instant, so that whole steps of a range are as many as they sound.
        Instant after = market.range().before(market.asOf()).plusMillis(1);
        List<Instant> times = PastMoments.grid(after, market.asOf(), step.duration());
        List<Moment> known = pool.compute(() -> moments.of(key.states, key.query.market(), times, market.asOf()));
        if (known.isEmpty()) {
            throw new NoDataYet(
                    "no multiple of the step lies in the range and after the first bar of " + market.symbol());
        }
        List<HeatmapView.Column> columns =
                known.stream().map(moment -> ColumnPrices.of(moment, step)).toList();
        String input = market.inputHash() + "\n" + Moment.input(known) + "\n" + opens(columns);
        Market named = market.withInputHash(MarketAssembly.hash(input));
        return new Reading(key.query, end, named, step, known, columns, runs, pool);
    }

    /// The model reads no opening price, so that what it read does not name those that are shown.
    private static String opens(List<HeatmapView.Column> columns) {
        return columns.stream().map(column -> Double.toString(column.open())).collect(Collectors.joining(" "));
    }

    private static Interval shortestBars(Market market) {
        return market.coverage().stream()
                .map(Coverage::interval)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    /// Questions with one key have one answer, as long as the parameters of the past stay as they are.
    ///
    /// @param market the map as of the end
    /// @param states the stored series of each instrument
    private record Key(HeatmapQuery query, Market market, Map<Instrument, List<SeriesState>> states) {}

    /// An answer that is drawn when it is asked for.
    private record Reading(
            HeatmapQuery query,
            MarketSnapshot end,
            Market market,
            Interval step,
            List<Moment> moments,
            List<HeatmapView.Column> columns,
            PastRuns runs,
            EnginePool pool)
            implements HeatmapReading {

        @Override
        public HeatmapView view() {
            var window = query.window().around(end.price(), query.buckets());
            List<Heatmap.Column> drawn = columns.stream()
                    .map(column -> new Heatmap.Column(column.time(), column.close()))
                    .toList();
            Heatmap amounts = new PastHeatmap(drawn, window, market.range(), market.model()).draw(moments, runs, pool);
            return new HeatmapView(columns, window, amounts);
        }
    }
}
