package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.Range;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedAheadTest {

    private final MapsWorld world = new MapsWorld();
    private final List<String> asked = new ArrayList<>();
    private final List<Runnable> handedOver = new ArrayList<>();

    @Test
    void ask_asksWhatIsUsuallyAsked_ofEachSymbol() {
        world.traded("alpha", 24 * 5);

        ahead("BTC").ask();

        assertThat(asked).containsExactly("map BTC 365d", "imbalance BTC 30d", "heatmap BTC 30d");
    }

    @Test
    void ask_goesOn_whereASymbolCannotBeAnswered() {
        world.traded("alpha", 24 * 5);

        ahead("NOSUCH", "BTC").ask();

        assertThat(asked).containsExactly("map NOSUCH 365d", "map BTC 365d", "imbalance BTC 30d", "heatmap BTC 30d");
    }

    @Test
    void askAtStart_leavesItToAnotherThread() {
        world.traded("alpha", 24 * 5);

        ahead("BTC").askAtStart();

        assertThat(asked).isEmpty();
        handedOver.forEach(Runnable::run);
        assertThat(asked).hasSize(3);
    }

    private AskedAhead ahead(String... symbols) {
        Imbalances imbalances = world.imbalances;
        Heatmaps heatmaps = world.freshHeatmaps();
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
                handedOver::add);
    }

    private MarketQuery note(String what, MarketQuery query) {
        Range range = query.range();
        asked.add(what + " " + query.symbol() + " " + range);
        return query;
    }
}
