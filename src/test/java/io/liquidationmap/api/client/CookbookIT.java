package io.liquidationmap.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.liquidationmap.testing.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every recipe of `docs/cookbook.md`, word for word.
class CookbookIT extends ServiceForClients {

    private static final String HOST = "localhost:8080";
    private static final JsonMapper JSON = new JsonMapper();

    /// Tools and how they are called to see whether they are there.
    private static final List<List<String>> SHELL =
            List.of(List.of("bash", "--version"), List.of("curl", "--version"), List.of("jq", "--version"));

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";

    /// What each shell recipe prints, by its number.
    private static final Map<Integer, Pattern> EXPECTED = Map.of(
            1, Pattern.compile("up to 66783: \\$[0-9]+, likely [0-9]+ to [0-9]+"),
            2, Pattern.compile("at " + NUMBER + ", -" + NUMBER + " % from now"),
            3, Pattern.compile("(?:(?:2|5|10|20)\t(?:long|short)\t%1$s\t%1$s\t[a-z-]+\\R?){4}".formatted(NUMBER)),
            4, Pattern.compile("symbol,venues,range,.*(?:\\RBTC,binance,30d,[^\\n]*){10,20}"),
            5,
                    Pattern.compile("symbol,venues,.*_usd.*(?:\\RBTC,binance,90d,.*){2}"
                            + "\\Rsymbol,venues,.*,tiers_as_of\\RBTC,binance,90d,.*"),
            6, Pattern.compile("as of 2026-05-22T00:00:00Z: price " + NUMBER + "\\R304"),
            7, Pattern.compile("conserved: [0-9]+\\Ropened: [0-9]+"),
            // The sample market is less than a year old.
            8, Pattern.compile("(?:2026-0[1-6]-[0-9]{2}T00:00:00Z\t%s\\R?){173}".formatted(NUMBER)),
            9, Pattern.compile("(?:binance\t(?:BTC|ETH)USDT\t2026-06-23T00:00:00Z\t[0-9]+\\R?){2}"),
            10, Pattern.compile("211\\s+P\\s+N\\s+G\\s+\\\\r\\s+\\\\n\\s+032\\s+\\\\n"));

    @TempDir
    private Path folder;

    static Stream<Recipe> shellRecipes() {
        return recipes("bash");
    }

    @ParameterizedTest
    @MethodSource("shellRecipes")
    void shellRecipe_works(Recipe recipe) {
        SHELL.forEach(CookbookIT::assumeWorks);

        String script = "set -euo pipefail; cd '%s'%n%s".formatted(folder, recipe.text(host()));
        String printed = Command.run(Map.of(), List.of("bash", "-c", script));

        assertThat(printed).doesNotContain("null", "NaN", "problem").matches(EXPECTED.get(recipe.number()));
    }

    @Test
    void thereIsAWordForWhatEachShellRecipePrints() {
        assertThat(shellRecipes().map(Recipe::number))
                .hasSizeGreaterThanOrEqualTo(10)
                .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @Test
    void pythonSnippet_works() {
        assumeWorks(List.of("python3", "--version"));

        String printed = Command.run(
                Map.of(),
                List.of(
                        "python3",
                        "-c",
                        recipes("python").findFirst().orElseThrow().text(host())));

        assertThat(printed)
                .startsWith("BTC at 63,700 as of 2026-06-23T00:00:00Z")
                .contains(" M$");
    }

    @Test
    void grafanaPanel_findsItsFields() throws Exception {
        JsonNode panel = JSON.readTree(recipes("json").findFirst().orElseThrow().text(host()));

        for (JsonNode target : panel.path("targets")) {
            JsonNode rows = JSON.readTree(get(target.path("url").asString()).body())
                    .path(target.path("root_selector").asString());
            assertThat(rows).isNotEmpty();
            for (JsonNode column : target.path("columns")) {
                String pointer = '/' + column.path("selector").asString().replace('.', '/');
                assertThat(rows)
                        .allSatisfy(row -> assertThat(row.at(pointer).isMissingNode())
                                .as(pointer)
                                .isFalse());
            }
        }
    }

    @Test
    void spreadsheetImport_isATable() throws Exception {
        String formula = recipes("text").findFirst().orElseThrow().text(host());

        HttpResponse<String> table = get(formula.strip().replaceAll("^=IMPORTDATA\\(\"|\"\\)$", ""));

        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.body().lines()).hasSizeGreaterThan(100);
    }

    private static Stream<Recipe> recipes(String language) {
        try {
            return Pattern.compile("(?ms)^## ([^\\n]+)$(?:(?!^## ).)*?^```" + language + "\\n(.*?)^```$")
                    .matcher(Files.readString(Path.of("docs/cookbook.md")))
                    .results()
                    .map(Recipe::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assumeWorks(List<String> tool) {
        assumeThat(Command.works(tool))
                .as("this machine has %s", tool.getFirst())
                .isTrue();
    }

    private static HttpResponse<String> get(String uri) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
        }
    }

    record Recipe(String title, String block) {

        static Recipe of(MatchResult match) {
            return new Recipe(match.group(1), match.group(2));
        }

        int number() {
            return Integer.parseInt(title.replaceFirst("[.].*", ""));
        }

        /// The recipe for a service that answers elsewhere.
        String text(String host) {
            return block.replace(HOST, host);
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
