package io.liquidationmap.maps;

import static io.liquidationmap.maps.MapsWorld.START;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.maps.QuestionException.NoDataYet;
import io.liquidationmap.maps.QuestionException.NotCovered;
import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.maps.QuestionException.UnknownVenue;
import io.liquidationmap.maps.SymbolOverview.Summary;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverviewsTest {

    private static final int HOURS = 150 * 24;
    private static final Venue ALPHA = new Venue("alpha");

    private final MapsWorld world = new MapsWorld();
    private final Overviews overviews = world.overviews(world.history);

    @BeforeEach
    void listVenue() {
        world.catalog.register(new KnownVenue(ALPHA, false));
        world.clock.set(START.plus(Duration.ofHours(HOURS)));
    }

    @Test
    void rows_areWhatEachSymbolAnswersByItself() {
        list("BTC", 1);
        list("ETH", 2);

        List<SymbolOverview> rows = overviews.rows(query(List.of(), null));

        assertThat(rows).extracting(SymbolOverview::symbol).containsExactly("BTC", "ETH");
        assertThat(rows).allSatisfy(row -> {
            MarketQuery question = new MarketQuery(row.symbol(), Set.of(), Range.ofDays(30), null, Model.CONSERVED);
            MarketSnapshot snapshot = world.imbalances.open(question).snapshot();
            Summary summary = requireNonNull(row.summary());
            assertThat(summary.market()).isEqualTo(snapshot.market());
            assertThat(summary.price()).isEqualTo(snapshot.price());
            assertThat(summary.openInterestUsd())
                    .isEqualTo(snapshot.map(MapsWorld.map())
                            .reconciliation()
                            .getFirst()
                            .openInterestUsd());
            assertThat(summary.imbalance())
                    .isEqualTo(snapshot.imbalance(new PriceWindow.Span(40)).subList(1, 3));
            for (Side side : Side.values()) {
                SymbolOverview.Clusters clusters = side == Side.SHORT ? summary.above() : summary.below();
                List<Cluster> all = snapshot.clusters(side, 10);
                assertThat(clusters.heaviest()).isEqualTo(all.getFirst());
                assertThat(all)
                        .contains(clusters.nearest())
                        .allSatisfy(cluster -> assertThat(Math.abs(cluster.distance()))
                                .isGreaterThanOrEqualTo(Math.abs(
                                        requireNonNull(clusters.nearest()).distance())));
            }
        });
    }

    @Test
    void change_isThatOfADay_andUnknownBeforeThereIsOne() {
        list("BTC", 1);
        List<Bar> bars = MapsWorld.bars(1, HOURS);
        double now = bars.getLast().price().close();
        double before = bars.get(HOURS - 25).price().close();

        assertThat(summary("BTC", null).change()).isCloseTo(now / before - 1, within(1e-12));
        assertThat(summary("BTC", START.plus(Duration.ofHours(24))).change()).isNaN();
        assertThat(summary("BTC", START.plus(Duration.ofHours(25))).change()).isNotNaN();
    }

    @Test
    void change_isUnknown_whereTheBarOfTheDayBeforeIsMissing() {
        Instrument btc = register("BTC");
        List<Bar> bars = new ArrayList<>(MapsWorld.bars(1, HOURS));
        bars.remove(HOURS - 25);
        world.write(btc, bars);

        assertThat(summary("BTC", null).change()).isNaN();
    }

    @Test
    void namedSymbols_areInTheOrderOfTheNames() {
        list("BTC", 1);
        list("ETH", 2);

        assertThat(overviews.rows(query(List.of("ethusdt", "BTC"), null)))
                .extracting(SymbolOverview::symbol)
                .containsExactly("ETHUSDT", "BTC");
    }

    @Test
    void row_isKeptUntilItsOwnDataChange() {
        Instrument btc = list("BTC", 1);
        list("ETH", 2);
        List<SymbolOverview> before = overviews.rows(query(List.of(), null));
        List<SymbolOverview> again = overviews.rows(query(List.of(), null));
        assertThat(again.get(0)).isSameAs(before.get(0));

        world.write(
                btc,
                List.of(MapsWorld.bars(1, HOURS).get(HOURS - 5).toBuilder()
                        .openInterest(90_000.0)
                        .build()));

        List<SymbolOverview> after = overviews.rows(query(List.of(), null));
        assertThat(after.get(0)).isNotEqualTo(before.get(0));
        assertThat(after.get(1)).isSameAs(before.get(1));
    }

    @Test
    void answer_isFoundOnceBetweenTwoBars() {
        list("BTC", 1);
        AtomicInteger readings = new AtomicInteger();
        BarHistory counted = watched((_, _) -> readings.incrementAndGet());
        Listings kept = world.listings(Map.of(), MapsWorld.properties(Duration.ofHours(1)));
        Overviews hot = world.overviews(counted, kept);

        List<SymbolOverview> first = hot.rows(query(List.of(), null));
        int before = readings.get();

        assertThat(before).isPositive();
        assertThat(hot.rows(query(List.of(), null))).isSameAs(first);
        assertThat(readings).hasValue(before);
    }

    @Test
    void newBar_makesANewAnswer() {
        Instrument btc = list("BTC", 1);
        Summary before = summary("BTC", null);
        List<Bar> later = MapsWorld.bars(1, HOURS + 1);
        world.write(btc, later.subList(HOURS, HOURS + 1));
        world.clock.set(START.plus(Duration.ofHours(HOURS + 1)));

        Summary after = summary("BTC", null);

        assertThat(after.market().dataChangedAt())
                .isEqualTo(before.market().dataChangedAt().plus(Duration.ofHours(1)));
        assertThat(after.price()).isEqualTo(later.getLast().price().close());
        assertThat(after.market().inputHash()).isNotEqualTo(before.market().inputHash());
    }

    /// An empty list would not say why.
    @Test
    void venueWithoutAnyRow_isRefused() {
        list("BTC", 1);
        Venue other = new Venue("beta");
        world.catalog.register(new KnownVenue(other, false));
        OverviewQuery there = new OverviewQuery(List.of(), Set.of(other), Range.ofDays(30), null, Model.CONSERVED);

        assertThatThrownBy(() -> overviews.rows(there))
                .isInstanceOf(UnknownVenue.class)
                .hasMessage("beta does not list the symbol; it is listed at alpha");
        assertThatThrownBy(() -> overviews.rows(query(List.of(), START)))
                .isInstanceOfSatisfying(
                        NotCovered.class, early -> assertThat(early.from()).isEqualTo(START.plus(Duration.ofHours(1))));
    }

    @Test
    void symbolWithoutOpenInterest_saysSoAndKeepsNobodyBack() {
        list("BTC", 1);
        Instrument silent = register("XRP");
        world.write(
                silent,
                MapsWorld.bars(3, HOURS).stream()
                        .map(bar -> bar.toBuilder().openInterest(null).build())
                        .toList());

        List<SymbolOverview> rows = overviews.rows(query(List.of(), null));

        assertThat(rows.getFirst().summary()).isNotNull();
        assertThat(rows.getLast())
                .isEqualTo(SymbolOverview.without("XRP", "no open interest of XRP is known at that time"));
    }

    @Test
    void mistakeInOneRow_keepsNobodyBack() {
        list("BTC", 1);
        Instrument broken = list("ETH", 2);

        List<SymbolOverview> rows = world.overviews(failingFor(broken.id())).rows(query(List.of(), null));

        assertThat(rows.getFirst().summary()).isNotNull();
        assertThat(rows.getLast().summary()).isNull();
        assertThat(rows.getLast().missing()).contains("mistake of the service").doesNotContain("secret");
    }

    @Test
    void symbolThatBeganLater_isLeftOut_unlessItIsNamed() {
        list("BTC", 1);
        Instrument young = register("SOL");
        world.write(young, MapsWorld.bars(4, HOURS).subList(HOURS - 48, HOURS));
        Instant asOf = START.plus(Duration.ofHours(HOURS - 100));

        assertThat(overviews.rows(query(List.of(), asOf)))
                .extracting(SymbolOverview::symbol)
                .containsExactly("BTC");
        SymbolOverview named = overviews.rows(query(List.of("SOL"), asOf)).getFirst();
        assertThat(named.missing()).contains("data begins at");
    }

    @Test
    void whatIsNotKnownAtAll_isRefused() {
        assertThatThrownBy(() -> overviews.rows(query(List.of(), null))).isInstanceOf(NoDataYet.class);
        list("BTC", 1);

        assertThatThrownBy(() -> overviews.rows(query(List.of("BTC", "DOGE"), null)))
                .isInstanceOf(UnknownSymbol.class)
                .hasMessage("has the entry DOGE, which is not known; known are BTC");
        OverviewQuery nowhere =
                new OverviewQuery(List.of(), Set.of(new Venue("nowhere")), Range.ofDays(30), null, Model.CONSERVED);
        assertThatThrownBy(() -> overviews.rows(nowhere)).isInstanceOf(UnknownVenue.class);
    }

    @Test
    void rowsOfThePast_areNotChangedByLaterBars() {
        Instrument btc = register("BTC");
        world.write(btc, MapsWorld.bars(1, HOURS).subList(0, HOURS - 48));
        Instant asOf = START.plus(Duration.ofHours(HOURS - 48));
        List<SymbolOverview> before = overviews.rows(query(List.of(), asOf));

        world.write(btc, MapsWorld.bars(1, HOURS));

        assertThat(world.overviews(world.history).rows(query(List.of(), asOf))).isEqualTo(before);
    }

    private Summary summary(String symbol, @Nullable Instant asOf) {
        return requireNonNull(
                overviews.rows(query(List.of(symbol), asOf)).getFirst().summary());
    }

    private static OverviewQuery query(List<String> symbols, @Nullable Instant asOf) {
        return new OverviewQuery(new ArrayList<>(symbols), Set.of(), Range.ofDays(30), asOf, Model.CONSERVED);
    }

    private Instrument list(String base, long seed) {
        Instrument instrument = register(base);
        world.write(instrument, MapsWorld.bars(seed, HOURS));
        return instrument;
    }

    private Instrument register(String base) {
        Instrument instrument =
                new Instrument(new InstrumentId(ALPHA, base + "USDT"), base, "USDT", ContractType.LINEAR);
        world.catalog.register(instrument);
        return instrument;
    }

    /// The same history, which cannot be read of one instrument.
    private BarHistory failingFor(InstrumentId broken) {
        return watched((method, arguments) -> {
            if (method.equals("read") && broken.equals(arguments[0])) {
                throw new IllegalStateException("secret of the inside");
            }
        });
    }

    /// The same history, and somebody who sees what is read.
    private BarHistory watched(BiConsumer<String, Object[]> watch) {
        return (BarHistory) Proxy.newProxyInstance(
                BarHistory.class.getClassLoader(), new Class<?>[] {BarHistory.class}, (_, method, arguments) -> {
                    watch.accept(method.getName(), arguments == null ? new Object[0] : arguments);
                    try {
                        return method.invoke(world.history, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
