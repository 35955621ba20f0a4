package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AskedAheadTest {

    private final MapsWorld world = new MapsWorld();
    private final List<String> asked = new ArrayList<>();
    private final List<Runnable> handedOver = new ArrayList<>();
    private MapsProperties kept = world.properties;

    @Test
    void ask_asksWhatIsUsuallyAsked_ofEachSymbol() {
        world.traded("alpha", 24 * 5);

        ahead("BTC").ask();

        assertThat(asked).containsExactly("map BTC 365d", "imbalance BTC 30d", "heatmap BTC 30d", "overview 30d");
    }

    @Test
    void ask_asksNothing_whereNoSymbolIsNamed() {
        world.traded("alpha", 24 * 5);

        ahead().ask();

        assertThat(asked).isEmpty();
    }

    @Test
    void ask_leavesTheOthersAlone_whereTheirSeriesDoNotFit() {
        world.traded("alpha", 24 * 5);
        kept = MapsWorld.properties(Duration.ZERO, DataSize.ofKilobytes(30));

        ahead("BTC").ask();

        assertThat(asked).containsExactly("map BTC 365d", "imbalance BTC 30d", "heatmap BTC 30d");
    }

    @Test
    void ask_goesOn_whereASymbolCannotBeAnswered() {
        world.traded("alpha", 24 * 5);

        ahead("NOSUCH", "BTC").ask();

        assertThat(asked)
                .containsExactly(
                        "map NOSUCH 365d", "map BTC 365d", "imbalance BTC 30d", "heatmap BTC 30d", "overview 30d");
    }

    @Test
    void ask_leavesThePastAlone_whileItIsBeingLoaded() {
        Instrument instrument = world.venue("alpha", false, "BTCUSDT");
        List<Bar> bars = MapsWorld.bars(1, 24 * 10);
        world.clock.set(MapsWorld.START.plus(Duration.ofDays(10)));
        AskedAhead ahead = ahead("BTC");

        world.write(instrument, bars.subList(24 * 6, 24 * 10));
        ahead.ask();
        world.write(instrument, bars.subList(24 * 3, 24 * 6));
        ahead.ask();
        world.write(instrument, bars.subList(0, 24 * 3));
        ahead.ask();
        ahead.ask();

        List<String> whole = List.of("map BTC 365d", "imbalance BTC 30d", "heatmap BTC 30d", "overview 30d");
        List<String> alone = List.of("map BTC 365d", "overview 30d");
        assertThat(asked.subList(0, 4)).isEqualTo(whole);
        assertThat(asked.subList(4, 6)).isEqualTo(alone);
        assertThat(asked.subList(6, 8)).isEqualTo(alone);
        assertThat(asked.subList(8, asked.size())).isEqualTo(whole);
    }

    @Test
    void askAtStart_leavesItToAnotherThread() {
        world.traded("alpha", 24 * 5);

        ahead("BTC").askAtStart();

        assertThat(asked).isEmpty();
        handedOver.forEach(Runnable::run);
        assertThat(asked).hasSize(4);
    }

    private AskedAhead ahead(String... symbols) {
        Imbalances imbalances = world.imbalances;
        Heatmaps heatmaps = world.freshHeatmaps();
        Overviews overviews = world.overviews(world.history);
        return new AskedAhead(
                new AheadProperties(List.of(symbols)),
                query -> world.maps.open(note("map", query)),
                new Imbalances() {
                    @Override
                    public ImbalanceReading open(MarketQuery query) {
                        return imbalances.open(note("imbalance", query));
                    }

                    @Override
                    public ImbalanceHistory history(HistoryQuery query) {
                        return imbalances.history(query);
                    }
                },
                query -> {
                    note("heatmap", query.market());
                    return heatmaps.open(query);
                },
                query -> {
                    asked.add("overview " + query.range());
                    return overviews.rows(query);
                },
                world.listings,
                new SeriesStore(world.history, kept),
                handedOver::add);
    }

    private MarketQuery note(String what, MarketQuery query) {
        Range range = query.range();
        asked.add(what + " " + query.symbol() + " " + range);
        return query;
    }
}
