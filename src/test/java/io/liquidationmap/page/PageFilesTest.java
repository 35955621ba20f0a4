package io.liquidationmap.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// The page's files as they are packaged.
class PageFilesTest {

    private static final Path FILES = Path.of("target", "classes", "static");
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

    /// All of it: 500 kB compressed.
    private static final long MOST_BYTES = 500_000;

    @Test
    void page_isSmall() {
        assertThat(files("").stream().mapToLong(PageFilesTest::compressed).sum())
                .isBetween(300_000L, MOST_BYTES);
    }

    @Test
    void imports_leadToFilesOfThePage() {
        assertThat(files("app"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(IMPORT.matcher(text(file)).results())
                        .extracting(MatchResult::group)
                        .allSatisfy(found -> assertThat(file.resolveSibling(found.replaceAll(".*'([^']+)'", "$1")))
                                .exists()));
    }

    @Test
    void everyModule_isFetchedAtOnce() {
        assertThat(files("app"))
                .allSatisfy(file -> assertThat(text(FILES.resolve("index.html")))
                        .contains('"' + FILES.relativize(file).toString() + '"'));
    }

    @Test
    void files_nameNoOtherHost_andHoldNoCodeInPlace() {
        assertThat(Stream.of(files("app"), files("style"), List.of(FILES.resolve("index.html")))
                        .flatMap(List::stream))
                .allSatisfy(file ->
                        assertThat(text(file)).doesNotContain("http:", "https:", "style=", "innerHTML", "eval("));
        assertThat(text(FILES.resolve("index.html")))
                .doesNotContainPattern("<script(?![^>]* src=)|<style|\\son[a-z]+=");
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> found = Files.walk(FILES.resolve(folder))) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long compressed(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
