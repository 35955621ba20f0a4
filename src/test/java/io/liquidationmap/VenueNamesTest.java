package io.liquidationmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A venue is a package and a block of configuration: nothing else acts on its name. Elsewhere names may only be examples
/// in the description of the interface, or the name of a file format.
class VenueNamesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path INGESTION = MAIN.resolve("java/io/liquidationmap/ingestion");
    private static final Set<String> NOT_VENUES = Set.of("archive", "census", "demo", "files", "http", "stream");

    private static final Pattern COMMENT = Pattern.compile("^\\s*//.*|\\s//\\s.*$");

    /// In annotations by name, in parameters of requests by position, alone in its line where that is long.
    private static final Pattern EXAMPLE = Pattern.compile(
            "example = \"[^\"]*\"|Parameter\\.\\w+\\(\"\\w+\", new \\w+\\(\\), \"\\w+\"|^\\s*\"\\w+\",$");

    private static final Pattern FILE_FORMAT = Pattern.compile("the Binance public archive");

    @Test
    void noVenue_isNamed_outsideItsPackageAndConfiguration() throws IOException {
        Set<String> venues = venues();
        Pattern name = Pattern.compile("(?i)(?<![a-z])(" + String.join("|", venues) + ")");
        assertThat(venues).contains("binance", "okx");
        try (Stream<Path> files = Files.walk(MAIN)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file ->
                                    venues.stream().noneMatch(venue -> file.startsWith(INGESTION.resolve(venue))))
                            .filter(file -> !file.getFileName().toString().matches("application(-\\w+)?\\.yaml"))
                            .filter(file -> file.toString().matches(".*\\.(java|sql|js|html|css|json|properties|yaml)"))
                            .flatMap(file -> lines(file).stream()
                                    .filter(line -> name.matcher(line).find())
                                    .map(line -> file + ": " + line.strip())))
                    .isEmpty();
        }
    }

    private static Set<String> venues() throws IOException {
        try (Stream<Path> packages = Files.list(INGESTION)) {
            return packages.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .filter(each -> !NOT_VENUES.contains(each))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> COMMENT.matcher(line).replaceAll(""))
                    .map(line -> EXAMPLE.matcher(line).replaceAll(""))
                    .map(line -> FILE_FORMAT.matcher(line).replaceAll(""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
