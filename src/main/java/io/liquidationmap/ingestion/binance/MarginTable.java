package io.liquidationmap.ingestion.binance;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The margin tiers of the largest contracts, each as of the day on which the file says it was last seen. A contract's
/// schedule is as old as its oldest tier.
final class MarginTable implements BinanceMargins {

    private final Map<String, MarginSchedule> schedules;

    private MarginTable(Map<String, MarginSchedule> schedules) {
        this.schedules = schedules;
    }

    /// The table of USD-M in the jar.
    static MarginTable ofUsdMargined() {
        return builtIn("margin-tiers-um.csv");
    }

    /// The table of COIN-M in the jar.
    static MarginTable ofCoinMargined() {
        return builtIn("margin-tiers-cm.csv");
    }

    private static MarginTable builtIn(String name) {
        try (InputStream file = Objects.requireNonNull(MarginTable.class.getResourceAsStream(name), name)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MarginTable parse(String csv) {
        return new MarginTable(CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(csv).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("symbol"),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), MarginTable::scheduleOf))));
    }

    private static MarginSchedule scheduleOf(List<NamedCsvRecord> tiers) {
        return MarginSchedule.ofSteps(
                tiers.stream().map(MarginTable::step).toList(),
                TAKER_FEE_IN_MARGIN,
                "built-in table of Binance tiers",
                tiers.stream()
                        .map(MarginTable::date)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private static Step step(NamedCsvRecord row) {
        return new Step(
                Double.parseDouble(row.getField("cap")),
                Double.parseDouble(row.getField("maintenance_rate")),
                Double.parseDouble(row.getField("max_leverage")));
    }

    private static LocalDate date(NamedCsvRecord row) {
        return LocalDate.parse(row.getField("date"));
    }

    @Override
    public Optional<MarginSchedule> schedule(String symbol) {
        return Optional.ofNullable(schedules.get(symbol));
    }
}
