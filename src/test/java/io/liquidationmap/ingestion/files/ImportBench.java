package io.liquidationmap.ingestion.files;

import io.liquidationmap.calibration.CalibrationBench;
import io.liquidationmap.history.InMemoryBarHistory;
import io.liquidationmap.history.InMemoryCatalog;
import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.testing.SettableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// An import into memory, of files written by the test, at 2026-07-01T12:00Z.
final class ImportBench {

    static final InstrumentId BITCOIN = InstrumentId.of("binance", "BTCUSDT");
    static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    final SettableClock clock = new SettableClock(NOW);
    final InMemoryCatalog catalog = new InMemoryCatalog();
    final InMemoryBarHistory bars = new InMemoryBarHistory(clock);
    final RecordingJournal journal = new RecordingJournal();
    final CalibrationBench calibrations = new CalibrationBench(catalog, bars, journal, clock);
    final FileImport fileImport = new FileImport(
            new InstrumentRegistration(catalog, calibrations.completeness, sources()), bars, journal, clock);

    private final Path folder;

    @Nullable PriceKind price;

    @Nullable ContractType contract;

    Interval interval = Interval.ONE_HOUR;

    ImportBench(Path folder) {
        this.folder = folder;
    }

    /// Writes a text file.
    Path file(String name, String... lines) {
        return file(name, text(lines));
    }

    /// Writes a file of bytes.
    Path file(String name, byte[] content) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a zip of one text file named like the zip.
    Path zip(String name, String... lines) {
        Path path = folder.resolve(name);
        try {
            Files.createDirectories(path.getParent());
            try (OutputStream out = Files.newOutputStream(path);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(path.getFileName().toString().replace(".zip", ".csv")));
                zip.write(text(lines));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /// Imports files for [#BITCOIN].
    ImportReport run(Path... files) {
        return fileImport.run(
                new ImportRequest(BITCOIN, interval, List.of(files), price, null, null, contract, null), _ -> {});
    }

    /// Everything stored for [#BITCOIN].
    BarSeries stored() {
        return bars.read(BITCOIN, interval, Instant.parse("2010-01-01T00:00:00Z"), NOW);
    }

    /// What an import gets to see of the venues that are ingested.
    static ObjectProvider<MarketDataSource> sources(MarketDataSource... sources) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (MarketDataSource source : sources) {
            beans.addBean(source.venue().name(), source);
        }
        return beans.getBeanProvider(MarketDataSource.class);
    }

    private static byte[] text(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
