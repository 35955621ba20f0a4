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

        assertThat(printed).isNotBlank().doesNotContain("null", "NaN", "problem");
    }

    @Test
    void therePassesNoShellRecipeUnseen() {
        assertThat(shellRecipes()).hasSizeGreaterThanOrEqualTo(10);
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
