package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.engine.ForcedShare;
import io.liquidationmap.engine.LevelHistory;
import io.liquidationmap.engine.LevelTotals;
import io.liquidationmap.engine.LevelWalk;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.maps.Moment.Book;
import io.liquidationmap.maps.PastRuns.Wanted;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class PastRunsTest {

    private static final ModelParameters PARAMETERS =
            ModelParameters.defaults(MarginSchedule.assumed(ContractType.LINEAR), ContractType.LINEAR, true);
    private static final Book BOOK = new Book(InstrumentId.of("alpha", "BTCUSDT"), Interval.ONE_HOUR, PARAMETERS);
    private static final Range RANGE = Range.ofDays(7);
    private static final int BARS = 24 * 60;

    private static final MapsProperties PROPERTIES = new MapsProperties(
            Duration.ZERO, DataSize.ofMegabytes(64), DataSize.ofMegabytes(64), DataSize.ofMegabytes(8), 2, 8);

    private final EnginePool pool = new EnginePool(PROPERTIES, new SimpleMeterRegistry());
    private final PastRuns runs = new PastRuns(PROPERTIES);
    private final HeldSeries held = held(MapsWorld.bars(1, BARS));

    @ParameterizedTest
    @EnumSource
    void run_tellsWhatTheWholeHistoryTells(Model model) {
        int last = 24 * 50;

        LevelHistory run = run(new Wanted(BOOK, held, from(last), last + 1), model);

        assertSame(run, whole(held, model), held.bars().closeTime(last));
    }

    @Test
    void run_isMadeOnce_forAllWhoAskAboutTheSameTime() {
        int last = 24 * 50;
        LevelHistory run = run(new Wanted(BOOK, held, from(last), last + 1), Model.CONSERVED);

        assertThat(run(new Wanted(BOOK, held, from(last + 5), last), Model.CONSERVED))
                .isSameAs(run);
        assertThat(run(new Wanted(BOOK, held(MapsWorld.bars(1, BARS + 100)), from(last), last + 1), Model.CONSERVED))
                .isSameAs(run);
        assertThat(run(new Wanted(BOOK, held, from(last), last + 1), Model.OPENED))
                .isNotSameAs(run);
    }

    @Test
    void run_isMadeAgain_whenMoreOfTheTimeIsAskedFor() {
        int last = 24 * 40;
        run(new Wanted(BOOK, held, from(last), last + 1), Model.CONSERVED);

        LevelHistory earlier = run(new Wanted(BOOK, held, from(last - 24), last + 1), Model.CONSERVED);
        assertSame(earlier, whole(held, Model.CONSERVED), held.bars().closeTime(last - 24));

        int later = 24 * 55;
        LevelHistory longer = run(new Wanted(BOOK, held, from(last), later + 1), Model.CONSERVED);
        assertSame(longer, whole(held, Model.CONSERVED), held.bars().closeTime(later));
    }

    @Test
    void run_isMadeAgain_whenAnEarlierBarHasChanged() {
        int last = 24 * 50;
        run(new Wanted(BOOK, held, from(last), last + 1), Model.CONSERVED);
        HeldSeries changed = held(MapsWorld.bars(2, BARS));

        LevelHistory run = run(new Wanted(BOOK, changed, from(last), last + 1), Model.CONSERVED);

        assertSame(run, whole(changed, Model.CONSERVED), held.bars().closeTime(last));
    }

    @ParameterizedTest
    @EnumSource
    void runsMadeTogether_tellTheSame_andAreKept(Model model) {
        List<Wanted> wanted = new ArrayList<>();
        for (int week = 0; week < 30; week++) {
            Book book = new Book(
                    BOOK.instrument(),
                    BOOK.interval(),
                    PARAMETERS.withForcedShare(new ForcedShare(0.3, 0.4 + week / 100.0, 0.9)));
            int last = 24 * (20 + week);
            wanted.add(new Wanted(book, held, from(last), last + 1));
        }

        Map<Book, LevelHistory> made = runs.of(wanted, model, pool);

        for (Wanted one : wanted) {
            LevelHistory run = Objects.requireNonNull(made.get(one.book()));
            assertSame(run, whole(held, model), held.bars().closeTime(one.end() - 1));
            assertThat(run(one, model)).isSameAs(run);
        }
    }

    @AfterEach
    void close() {
        pool.destroy();
    }

    private LevelHistory run(Wanted wanted, Model model) {
        return Objects.requireNonNull(runs.of(List.of(wanted), model, pool).get(wanted.book()));
    }

    private Instant from(int last) {
        return RANGE.before(LevelWalk.weekOf(held.bars().closeTime(last)));
    }

    private static void assertSame(LevelHistory run, LevelHistory whole, Instant asOf) {
        LevelTotals expected = whole.walk(RANGE).at(asOf);
        LevelTotals levels = run.walk(RANGE).at(asOf);
        for (Side side : Side.values()) {
            assertThat(levels.usdWithin(side, 0.5)).isPositive().isEqualTo(expected.usdWithin(side, 0.5));
        }
    }

    private static LevelHistory whole(HeldSeries series, Model model) {
        var book = model.newBook(PARAMETERS, Interval.ONE_HOUR);
        book.advance(series.bars(), 0, series.bars().size());
        return book.history();
    }

    private static HeldSeries held(List<Bar> bars) {
        BarSeries series = BarSeries.of(Interval.ONE_HOUR, bars);
        return new HeldSeries(
                series, Model.CONSERVED.newBook(PARAMETERS, Interval.ONE_HOUR).history(), 1);
    }
}
