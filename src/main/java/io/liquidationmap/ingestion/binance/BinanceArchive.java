package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.archive.ArchiveFile;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.PositioningSample;
import io.liquidationmap.market.Interval;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What the public archive knows of everything older: klines by month, by day where the month is not published, and
/// positioning by day. A file that is not there means that the archive has nothing of that day; one that differs from
/// its published checksum is refused.
final class BinanceArchive {

    private static final List<String> KINDS = List.of("markPriceKlines", "klines");

    private final BinanceArchiveApi api;
    private final FuturesMarket market;
    private final String folder;

    BinanceArchive(BinanceArchiveApi api, FuturesMarket market) {
        this.api = api;
        this.market = market;
        this.folder = market.shelf().folder();
    }

    /// Adds prices, volumes and positioning of the bars that open in `[from, to)`.
    void collect(BarAssembly bars, String symbol, Interval interval, Instant from, Instant to) {
        List<Download> downloads = new ArrayList<>();
        LocalDate firstDay = dayOf(from);
        LocalDate lastDay = dayOf(to.minusMillis(1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String kind : KINDS) {
                for (YearMonth month = YearMonth.from(firstDay);
                        !month.isAfter(YearMonth.from(lastDay));
                        month = month.plusMonths(1)) {
                    YearMonth wanted = month;
                    downloads.add(new Download(
                            kind,
                            month.atDay(1),
                            threads.submit(() -> klines(kind, symbol, interval, wanted, firstDay, lastDay))));
                }
            }
            // The sample of a day's last bar may be in the file of the next day, and that of its first in the one
            // before.
            for (LocalDate day = firstDay.minusDays(1); !day.isAfter(lastDay.plusDays(1)); day = day.plusDays(1)) {
                LocalDate wanted = day;
                downloads.add(new Download("metrics", day, threads.submit(() -> metrics(symbol, wanted))));
            }
            for (Download download : downloads) {
                download.files().forEach(file -> add(file, download, bars, symbol));
            }
        }
    }

    private void add(Loaded file, Download download, BarAssembly bars, String symbol) {
        Instant at = download.day.atStartOfDay(ZoneOffset.UTC).toInstant();
        switch (file) {
            case Refused refused -> bars.refuse(at, refused.reason);
            case Content(String name, ArchiveFile content) -> {
                content.badLines().forEach(bad -> bars.refuse(at, name + " line " + bad.line() + ": " + bad.reason()));
                content.klines().forEach(kline -> {
                    if (download.kind.equals("klines")) {
                        bars.trade(market.archivedKline(symbol, kline));
                    } else {
                        bars.mark(kline);
                    }
                });
                content.samples().forEach(sample -> add(sample, bars, symbol));
            }
        }
    }

    private void add(PositioningSample sample, BarAssembly bars, String symbol) {
        Double counted = sample.openInterest();
        if (counted != null) {
            market.addOpenInterest(bars, symbol, sample.at(), counted);
        }
        bars.positioning(new PositioningSample(
                sample.at(), null, sample.longShortRatio(), sample.topAccountRatio(), sample.topPositionRatio()));
    }

    private List<Loaded> klines(
            String kind, String symbol, Interval interval, YearMonth month, LocalDate firstDay, LocalDate lastDay) {
        Function<String, Optional<Loaded>> monthly =
                file -> load(file, name -> api.klines(folder, "monthly", kind, symbol, interval.toString(), name));
        Function<String, Optional<Loaded>> daily =
                file -> load(file, name -> api.klines(folder, "daily", kind, symbol, interval.toString(), name));
        Optional<Loaded> whole = monthly.apply(symbol + "-" + interval + "-" + month + ".zip");
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Loaded> days = new ArrayList<>();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (!day.isBefore(firstDay) && !day.isAfter(lastDay)) {
                daily.apply(symbol + "-" + interval + "-" + day + ".zip").ifPresent(days::add);
            }
        }
        return days;
    }

    private List<Loaded> metrics(String symbol, LocalDate day) {
        return load(symbol + "-metrics-" + day + ".zip", name -> api.metrics(folder, "daily", symbol, name)).stream()
                .toList();
    }

    /// A file and its checksum; asked for a second time when they differ, because files are replaced now and then.
    private Optional<Loaded> load(String file, Function<String, ResponseEntity<byte[]>> get) {
        Supplier<Optional<Loaded>> attempt = () -> body(get.apply(file)).map(zip -> verified(file, zip, get));
        Optional<Loaded> first = attempt.get();
        return first.isPresent() && first.get() instanceof Refused ? attempt.get() : first;
    }

    private static Loaded verified(String file, byte[] zip, Function<String, ResponseEntity<byte[]>> get) {
        Optional<byte[]> published = body(get.apply(file + ".CHECKSUM"));
        if (published.isEmpty()) {
            return new Refused(file + " has no published checksum");
        }
        String expected =
                new String(published.get(), StandardCharsets.UTF_8).strip().split("\\s", 2)[0];
        if (!sha256(zip).equals(expected.toLowerCase(Locale.ROOT))) {
            return new Refused(file + " does not match its published checksum");
        }
        try {
            return new Content(file, ArchiveFile.read(new ByteArrayInputStream(zip)));
        } catch (IOException e) {
            return new Refused(file + " cannot be read: " + e.getMessage());
        }
    }

    private static Optional<byte[]> body(ResponseEntity<byte[]> response) {
        return response.getStatusCode() == HttpStatus.NOT_FOUND
                ? Optional.empty()
                : Optional.ofNullable(response.getBody());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private record Download(String kind, LocalDate day, Future<List<Loaded>> result) {

        List<Loaded> files() {
            try {
                return result.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new VenueUnavailableException("was interrupted while loading from the archive", null, e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    private sealed interface Loaded {}

    private record Content(String name, ArchiveFile file) implements Loaded {}

    private record Refused(String reason) implements Loaded {}
}
