package io.liquidationmap.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page's files as they are packaged.
class PageFilesTest {

    private static final Path FILES = Path.of("target", "classes", "static");
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6}|[0-9a-f]{3});");
    private static final Pattern DRAWN =
            Pattern.compile("leverage-.*|venue-.*|candle-.*|up|down|price|ratio|control|accent");
    private static final List<String> TEXT = List.of("text", "muted", "accent", "up", "down", "price", "warn");

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

    /// WCAG 2.2, 1.4.3 and 1.4.11. What is drawn is no part of what a program checks on the page itself.
    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void colours_standOut(String theme) {
        String sheet = text(FILES.resolve("style/theme.css"));
        int light = sheet.indexOf(":root[data-theme=\"light\"]");
        Map<String, String> colours = coloursOf(sheet.substring(0, light));
        if (theme.equals("light")) {
            colours.putAll(coloursOf(sheet.substring(light)));
        }

        assertThat(colours).hasSizeGreaterThan(40);
        for (String ground : List.of("page", "panel", "raised")) {
            double behind = luminance(colours.get(ground));
            assertThat(TEXT)
                    .allSatisfy(name -> assertThat(contrast(luminance(colours.get(name)), behind))
                            .as(name + " on " + ground)
                            .isGreaterThanOrEqualTo(4.5));
        }
        double panel = luminance(colours.get("panel"));
        assertThat(colours)
                .allSatisfy((name, colour) -> assertThat(
                                DRAWN.matcher(name).matches() ? contrast(luminance(colour), panel) : 3)
                        .as(name)
                        .isGreaterThanOrEqualTo(3));
    }

    private static Map<String, String> coloursOf(String sheet) {
        return COLOUR.matcher(sheet)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2), (_, last) -> last, TreeMap::new));
    }

    /// Relative luminance as WCAG 2.2 defines it.
    private static double luminance(@Nullable String hex) {
        String digits = Objects.requireNonNull(hex).length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return 0.2126 * linear(digits.substring(0, 2))
                + 0.7152 * linear(digits.substring(2, 4))
                + 0.0722 * linear(digits.substring(4, 6));
    }

    private static double linear(String channel) {
        double value = Integer.parseInt(channel, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
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
