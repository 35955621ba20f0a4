package io.liquidationmap.engine;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A market of sixty days and its map, written down in `conserved-map-bars.csv` and `conserved-map.csv`. The first is
/// input, made once from a seeded random walk; the second was computed from it by [ReferenceModel], and
/// [#main(String\[\])] computes it again, for a change of the model that is meant.
final class GoldenMap {

    static final ModelParameters PARAMETERS = Fixtures.symmetric(0.2, 0.25);
    static final Range RANGE = Range.ofDays(45);

    private static final String BARS = "conserved-map-bars.csv";
    private static final String MAP = "conserved-map.csv";

    private GoldenMap() {}

    /// One amount of the map.
    ///
    /// @param side whose
    /// @param what `level`, `unlevered` or `openedBefore`
    /// @param cohort index of the cohort of a level, otherwise 0
    /// @param bin of a level, otherwise 0
    /// @param quantity coins
    record Entry(Side side, String what, int cohort, int bin, double quantity) {}

    static BarSeries bars() {
        BarSeries.Builder bars = BarSeries.builder(Interval.ONE_DAY, 60);
        for (String[] row : rows(BARS)) {
            bars.add(
                    Instant.parse(row[0]).toEpochMilli(),
                    Double.parseDouble(row[1]),
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]),
                    Double.parseDouble(row[4]),
                    true,
                    known(row[5]),
                    known(row[6]),
                    Double.NaN,
                    known(row[7]),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN);
        }
        return bars.build();
    }

    static List<Entry> entries() {
        return rows(MAP).stream()
                .map(row -> new Entry(
                        Side.valueOf(row[0]),
                        row[1],
                        Integer.parseInt(row[2]),
                        Integer.parseInt(row[3]),
                        Double.parseDouble(row[4])))
                .toList();
    }

    /// The amounts of a map, without those too small to matter.
    static List<Entry> entriesOf(LevelMap map) {
        List<Entry> entries = new ArrayList<>();
        for (Side side : Side.values()) {
            SideLevels levels = map.side(side);
            entries.add(new Entry(side, "unlevered", 0, 0, levels.unlevered()));
            entries.add(new Entry(side, "openedBefore", 0, 0, levels.openedBefore()));
            for (int k = 0; k < levels.cohorts(); k++) {
                for (int outwards = 0; outwards < levels.depth(); outwards++) {
                    double quantity = levels.outwards(k, outwards);
                    if (quantity > 1e-6 * levels.openInterest()) {
                        int bin = levels.nearestBin() - side.sign() * outwards;
                        entries.add(new Entry(side, "level", k, bin, quantity));
                    }
                }
            }
        }
        return entries;
    }

    /// Writes the map anew.
    ///
    /// @param arguments the folder of the test resources of this package
    public static void main(String[] arguments) throws IOException {
        BarSeries bars = bars();
        List<String> lines = new ArrayList<>(List.of(
                "# origin: ReferenceModel on conserved-map-bars.csv, range 45d, parameters GoldenMap.PARAMETERS",
                "# columns: side, what, cohort, bin of 0.1 % in log price, coins; levels above a millionth of open interest",
                "# tolerance: 1e-9 of the amount"));
        for (Entry entry : entriesOf(new ReferenceModel().map(PARAMETERS, bars, bars.size() - 1, RANGE))) {
            lines.add(String.join(
                    ",",
                    entry.side().name(),
                    entry.what(),
                    Integer.toString(entry.cohort()),
                    Integer.toString(entry.bin()),
                    Double.toString(entry.quantity())));
        }
        Files.write(Path.of(arguments[0], MAP), lines, StandardCharsets.UTF_8);
    }

    private static double known(String field) {
        return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }

    private static List<String[]> rows(String file) {
        InputStream stream = Objects.requireNonNull(GoldenMap.class.getResourceAsStream(file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
