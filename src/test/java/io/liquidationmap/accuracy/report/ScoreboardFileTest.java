package io.liquidationmap.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Metric;
import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.accuracy.Scoreboard.Group;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.liquidationmap.accuracy.Scoreboard.Score;
import io.liquidationmap.accuracy.Spread;
import io.liquidationmap.accuracy.method.MapMethod;
import io.liquidationmap.accuracy.method.MapMethods;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreboardFileTest {

    private static final Scoreboard SMALL = new Scoreboard(
            "again",
            "conserved-1",
            400,
            "1h",
            220,
            5,
            List.of(new Group(
                    "ordinary",
                    2,
                    List.of(new MethodScores(
                            "opened",
                            "the “popular” map, 5× to 100×",
                            List.of(
                                    new Score(Metric.at(Measure.FACTOR_ERROR, 2), new Spread(3.5, 2, 5)),
                                    new Score(Metric.of(Measure.CLUSTER_HIT_RATE), new Spread(0, 0, 0.25))))))));

    @TempDir
    Path folder;

    @Test
    void scoreboard_readsBackAsItself() throws Exception {
        Path file = folder.resolve("scoreboard.json");

        ScoreboardFile.write(SMALL, file);

        try (InputStream json = Files.newInputStream(file)) {
            assertThat(ScoreboardFile.read(json)).isEqualTo(SMALL);
        }
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains("FACTOR_ERROR"))
                .singleElement()
                .asString()
                .contains("\"distancePct\" : 2", "\"median\" : 3.5", "\"high\" : 5.0 } }");
    }

    /// Whoever changes the model, or the methods, has to measure again.
    @Test
    void publishedScoreboard_isOfThisModelAndTheseMethods() throws Exception {
        Scoreboard published = new PublishedScoreboard().scoreboard();

        assertThat(published.modelVersion())
                .isEqualTo(ModelParameters.defaults(
                                MarginSchedule.assumed(ContractType.LINEAR), ContractType.LINEAR, false)
                        .version());
        assertThat(published.groups()).extracting(Group::worlds).containsExactly("ordinary", "hostile");
        assertThat(published.groups()).extracting(Group::worldCount).containsExactly(12, 4);
        for (Group group : published.groups()) {
            assertThat(group.methods())
                    .extracting(MethodScores::method)
                    .containsExactlyElementsOf(
                            MapMethods.all().stream().map(MapMethod::name).toList());
        }
    }

    @Test
    void documentation_showsThePublishedScoreboard() throws Exception {
        String document = Files.readString(Path.of("docs", "accuracy.md"));

        assertThat(MarkedSection.replaced(document, MarkdownTables.of(new PublishedScoreboard().scoreboard())))
                .isEqualTo(document);
    }
}
