package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A file of bars that is read but not stored.
///
/// @param bars ascending, whatever the order in the file
/// @param refusals why rows were left out, with their lines; the first twenty
/// @param rowsRefused how many rows were left out
public record BarFile(BarSeries bars, List<String> refusals, long rowsRefused) {

    public BarFile {
        refusals = List.copyOf(refusals);
    }

    /// Reads CSV with a header, by the rules of the import.
    ///
    /// @param price which price the candles are of
    /// @param now bars that end later are refused
    /// @throws FileRefusedException if nothing of the file can be used; the message follows the file's name
    public static BarFile read(Path path, Interval interval, PriceKind price, Instant now) {
        CsvFile file = CsvFile.at(path);
        Beginning beginning = Beginning.of(file);
        Header header = beginning.header();
        if (header.layout() != Layout.BARS) {
            throw new FileRefusedException("is no file of bars; its columns must be those that an import calls CSV");
        }
        CandleFile.requireBarsOf(interval, beginning);
        Tally tally = new Tally();
        List<Bar> bars = new ArrayList<>();
        try (CsvRows rows = file.open(_ -> {})) {
            rows.next();
            new Readings<>(
                            rows,
                            header,
                            new BarReader(header, price),
                            Bar::openTime,
                            new Timeline(interval, now),
                            tally)
                    .forEachRemaining(bars::add);
        }
        bars.sort(Comparator.comparing(Bar::openTime));
        return new BarFile(
                BarSeries.of(interval, bars),
                tally.refusals().stream()
                        .map(refusal -> "line " + refusal.line() + " refused: " + refusal.reason())
                        .toList(),
                tally.rowsRefused());
    }
}
