package io.liquidationmap.engine;

import static io.liquidationmap.engine.Fixtures.book;
import static io.liquidationmap.engine.LevelMapAssert.AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.GoldenMap.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenMapTest {

    @Test
    void map_isAsWrittenDown() {
        LevelMap map = book(GoldenMap.PARAMETERS, GoldenMap.bars()).history().latest(GoldenMap.RANGE);

        List<Entry> actual = GoldenMap.entriesOf(map);
        List<Entry> expected = GoldenMap.entries();

        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(actual).extracting(GoldenMapTest::place).isEqualTo(places(expected));
        for (int i = 0; i < expected.size(); i++) {
            double quantity = expected.get(i).quantity();
            // Written down are bins above a millionth of open interest, to which slivers of larger ones add rounding.
            assertThat(actual.get(i).quantity())
                    .as(expected.get(i).toString())
                    .isCloseTo(quantity, within(AGREEMENT * Math.max(quantity, 1)));
        }
    }

    private static List<String> places(List<Entry> entries) {
        return entries.stream().map(GoldenMapTest::place).toList();
    }

    private static String place(Entry entry) {
        return entry.side() + " " + entry.what() + " " + entry.cohort() + " " + entry.bin();
    }
}
