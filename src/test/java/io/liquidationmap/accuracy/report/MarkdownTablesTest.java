package io.liquidationmap.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.accuracy.Scoreboard.Group;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.liquidationmap.accuracy.Scoreboard.Score;
import io.liquidationmap.accuracy.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTablesTest {

    private static Scoreboard scoreboard(List<MethodScores> ordinary, List<MethodScores> hostile) {
        return new Scoreboard(
                "again",
                "conserved-1",
                400,
                "1h",
                220,
                5,
                List.of(
                        new Group("ordinary", ordinary.isEmpty() ? 0 : 12, ordinary),
                        new Group("hostile", hostile.isEmpty() ? 0 : 4, hostile)));
    }

    @Test
    void scores_areMediansWithTheirExtremes() {
        MethodScores scores = new MethodScores(
                "opened",
                "the popular map",
                List.of(
                        new Score(Metric.at(Measure.FACTOR_ERROR, 2), new Spread(12.345, 1.2, 345.6)),
                        new Score(Metric.at(Measure.FACTOR_ERROR, 5), new Spread(2, 1.999, 2.001)),
                        new Score(Metric.at(Measure.LOG_BIAS, 2), new Spread(-0.001, -1.5, 1))));

        String tables = MarkdownTables.of(scoreboard(List.of(scores), List.of()));

        assertThat(tables.lines())
                .contains(
                        "`again`, model `conserved-1`",
                        "### Ordinary worlds (12)",
                        "| method | ×/÷ ±2 % | ×/÷ ±5 % | ×/÷ ±10 % | ×/÷ ±20 % |",
                        "| --- | --: | --: | --: | --: |",
                        "| `opened` | 12.3 (1.20 … 346) | 2.00 (2.00 … 2.00) | – | – |",
                        "| `opened` | 0.00 (−1.50 … 1.00) | – | – | – |",
                        "- `opened`: the popular map.");
        assertThat(tables).doesNotContain("Hostile", "Bands");
    }

    @Test
    void bands_areShownWhereAMethodGivesThem() {
        MethodScores banded = new MethodScores(
                "banded",
                "a map with bands",
                List.of(new Score(Metric.at(Measure.BAND_COVERAGE, 10), new Spread(0.8, 0.7, 0.9))));
        MethodScores plain = new MethodScores("plain", "a map", List.of());

        String tables = MarkdownTables.of(scoreboard(List.of(plain), List.of(plain, banded)));

        assertThat(tables)
                .containsOnlyOnce("Bands of nominally 80 %")
                .contains("| `banded` | – | – | 0.80 (0.70 … 0.90)");
        assertThat(tables).doesNotContain("| `plain` |");
    }

    @Test
    void section_isReplaced_andTheRestStays() {
        String document =
                "# Title\n\nby hand\n\n" + MarkedSection.BEGIN + "old\n" + MarkedSection.END + "\nmore by hand\n";

        String replaced = MarkedSection.replaced(document, "new\n");

        assertThat(replaced)
                .isEqualTo("# Title\n\nby hand\n\n" + MarkedSection.BEGIN + "\nnew\n\n" + MarkedSection.END
                        + "\nmore by hand\n");
        assertThat(MarkedSection.replaced(replaced, "new\n")).isEqualTo(replaced);
    }

    @Test
    void documentWithoutItsPlace_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkedSection.replaced("# Title\n", "new"))
                .withMessageContaining("scoreboard: begin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkedSection.replaced(MarkedSection.END + MarkedSection.BEGIN, "new"));
    }
}
