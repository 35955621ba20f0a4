package io.liquidationmap.ingestion.files;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.market.Instrument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongConsumer;

/// A file that was looked at and can be loaded.
sealed interface ImportFile permits CandleFile, SampleFile {

    /// Looks at a file.
    ///
    /// @throws FileRefusedException if nothing of it can be used for what was asked
    static ImportFile at(Path path, ImportRequest request, Instrument instrument) {
        Beginning beginning = Beginning.of(CsvFile.at(path));
        return switch (beginning.header().layout()) {
            case BARS -> CandleFile.ofBars(beginning, request, instrument);
            case KLINES -> CandleFile.ofKlines(beginning, request, instrument);
            case METRICS -> SampleFile.of(beginning, request, instrument.contract());
        };
    }

    /// The file's columns.
    Header header();

    /// Stores what the file says, all or nothing of it.
    ///
    /// @param now bars that end later are refused
    /// @param tally told what becomes of each row
    /// @param bytesRead told of every portion of the file that was read
    /// @return what that did to the stored bars
    /// @throws FileRefusedException if the file turns out to be unreadable further on; then nothing of it is stored
    WriteResult load(BarHistory bars, Instant now, Tally tally, LongConsumer bytesRead);

    /// Refuses a file that by its name is about another instrument.
    static void requireSymbol(CsvFile file, ImportRequest request) {
        String symbol = request.instrument().symbol();
        ArchiveName.symbolOf(file.name())
                .filter(named -> !ArchiveName.isSameSymbol(named, symbol))
                .ifPresent(named -> {
                    throw new FileRefusedException("is of " + named + " by its name, not of " + symbol);
                });
    }
}
