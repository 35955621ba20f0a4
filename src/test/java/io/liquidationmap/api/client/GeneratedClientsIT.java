package io.liquidationmap.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.liquidationmap.testing.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What strangers make of the OpenAPI file, in `src/client`: a TypeScript client and a Postman collection, run against
/// the service they describe.
class GeneratedClientsIT extends ServiceForClients {

    private static final Path SOURCES = Path.of("src/client");
    private static final Path WORK = Path.of("target/client");
    private static final Path COLLECTION = Path.of("docs/postman/liquidation-map.postman_collection.json");

    @BeforeAll
    static void installTools() throws IOException {
        assumeThat(Command.works(List.of("npm", "--version")))
                .as("there is an npm to install the generators with")
                .isTrue();
        Files.createDirectories(WORK);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Files.copy(source, WORK.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        npm("ci");
    }

    @Test
    void typescriptClient_compilesAndUnderstandsTheService() throws Exception {
        npm("run", "types");
        npm("run", "compile");

        String printed = Command.run(
                Map.of(), List.of("node", WORK.resolve("dashboard.js").toString(), "http://" + host()));

        assertThat(printed)
                .contains("BTC at 63700,", "going up to ", "±10 %: ")
                .contains("refused: buckets is too small; a whole number from 10 to 2000");
    }

    @Test
    void postmanCollection_isThatOfTheDescription_andPasses() throws Exception {
        Path built = WORK.resolve("collection.json");
        Files.writeString(built, npm("run", "--silent", "collection") + '\n');
        assertThat(COLLECTION).as("after a change: cp %s %s", built, COLLECTION).hasSameTextualContentAs(built);

        String report = Command.run(
                Map.of(),
                List.of(
                        WORK.resolve("node_modules/.bin/newman").toString(),
                        "run",
                        COLLECTION.toString(),
                        "--env-var",
                        "baseUrl=http://" + host(),
                        "--color",
                        "off"));

        assertThat(report).contains("answers with 200");
    }

    private static String npm(String... words) {
        return Command.run(
                Map.of(),
                Stream.concat(Stream.of("npm", "--prefix", WORK.toString()), Arrays.stream(words))
                        .toList());
    }
}
