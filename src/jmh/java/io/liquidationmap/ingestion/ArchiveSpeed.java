package io.liquidationmap.ingestion;

import com.sun.management.OperatingSystemMXBean;
import io.liquidationmap.LiquidationMapApplication;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.IngestionJournal.BackfillProgress;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.binance.FakeBinance;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

/// How long the first start takes to load a year of five-minute bars of one contract from the public archive of Binance,
/// its newest month from REST: from the first request of the back-fill until all of it is stored. The venue answers over
/// HTTP on the same machine, a tenth of a second late and no faster than the line; its files are made beforehand.
///
/// `-Dlatency=100 -DmegabytesPerSecond=50 -Ddays=365`
public final class ArchiveSpeed {

    private static final Duration LATENCY = Duration.ofMillis(Long.getLong("latency", 100));
    private static final long BYTES_PER_SECOND = Long.getLong("megabytesPerSecond", 50) * 1_000_000;
    private static final int DAYS = Integer.getInteger("days", 365);
    private static final Interval INTERVAL = Interval.FIVE_MINUTES;
    private static final InstrumentId CONTRACT = InstrumentId.of("binance", "BTCUSDT");
    private static final String SHELF = "/data/futures/um/";

    private final Clock clock = Clock.systemUTC();
    private final FakeVenueServer venue = new FakeVenueServer();
    private final Map<String, Answer> files = new ConcurrentHashMap<>();
    private final LongAdder bytes = new LongAdder();
    private long lineFreeAtNanos = System.nanoTime();

    private ArchiveSpeed() {}

    /// Runs it.
    public static void main(String[] arguments) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        new ArchiveSpeed().run();
        System.exit(0);
    }

    private void run() throws Exception {
        FakeBinance.usdMargined(venue, clock);
        makeFiles();
        venue.putBetween((request, answers) -> {
            Answer known = files.get(request.path());
            Answer answer = known == null ? answers.apply(request) : known;
            send(answer.length());
            return answer;
        });
        String url = venue.url().toString();
        List<String> settings = List.of(
                "server.port=0",
                "management.server.port=0",
                "logging.level.root=warn",
                "liquidationmap.ingestion.enabled=true",
                "liquidationmap.streams.enabled=false",
                "liquidationmap.ingestion.interval=5m",
                "liquidationmap.ingestion.history=" + DAYS + "d",
                "liquidationmap.ingestion.assets=BTC",
                "liquidationmap.venues.binance.rest-url=" + url,
                "liquidationmap.venues.binance.archive-url=" + url,
                "liquidationmap.venues.binance.web-url=" + url,
                "liquidationmap.database.folder="
                        + Files.createTempDirectory("archive-speed").resolve("postgres"));
        Stream<String> others = AllVenues.names().stream()
                .filter(name -> !name.equals("binance"))
                .map(name -> "liquidationmap.venues." + name + ".enabled=false");
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(LiquidationMapApplication.class)
                .run(Stream.concat(settings.stream(), others)
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new))) {
            long cpu = system.getProcessCpuTime();
            BackfillProgress done = awaitBackfill(service.getBean(IngestionJournal.class));
            long used = system.getProcessCpuTime() - cpu;
            BarHistory history = service.getBean(BarHistory.class);
            System.out.printf(
                    Locale.ROOT,
                    "%d days, %d bars, %.1f MB in %d files and answers: %.1f s; CPU of the service and the venue %.1f s;"
                            + " load %.1f%n",
                    DAYS,
                    history.series(CONTRACT, INTERVAL).orElseThrow().bars(),
                    bytes.sum() / 1e6,
                    venue.requests("/").size(),
                    Duration.between(done.startedAt(), done.updatedAt()).toMillis() / 1000.0,
                    used / 1e9,
                    system.getSystemLoadAverage());
        }
    }

    /// Asks for everything once, so that making it takes none of the time that is measured.
    private void makeFiles() {
        RestClient client = RestClient.create(venue.url().toString());
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        Stream<String> daily = today.minusDays(DAYS + 40L)
                .datesUntil(today)
                .map(day -> "daily/metrics/BTCUSDT/BTCUSDT-metrics-" + day);
        Stream<String> monthly = Stream.iterate(
                        YearMonth.from(today.minusDays(DAYS + 40L)), month -> month.plusMonths(1))
                .limit(DAYS / 28 + 3)
                .filter(month -> month.isBefore(YearMonth.from(today)))
                .flatMap(month -> Stream.of("klines", "markPriceKlines")
                        .map(kind -> "monthly/" + kind + "/BTCUSDT/5m/BTCUSDT-5m-" + month));
        venue.putBetween((request, answers) -> files.computeIfAbsent(request.path(), _ -> answers.apply(request)));
        Stream.concat(daily, monthly)
                .parallel()
                .flatMap(file -> Stream.of(file + ".zip", file + ".zip.CHECKSUM"))
                .forEach(file -> Objects.requireNonNull(
                        client.get().uri(SHELF + file).retrieve().body(byte[].class)));
        venue.forgetRequests();
    }

    /// Waits as long as the answer would be under way.
    private void send(int length) {
        bytes.add(length);
        long now = System.nanoTime();
        long arrival;
        synchronized (this) {
            lineFreeAtNanos = Math.max(lineFreeAtNanos, now) + length * 1_000_000_000L / BYTES_PER_SECOND;
            arrival = lineFreeAtNanos;
        }
        try {
            Thread.sleep(LATENCY.plusNanos(arrival - now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BackfillProgress awaitBackfill(IngestionJournal journal) throws InterruptedException {
        Optional<BackfillProgress> progress = Optional.empty();
        while (progress.filter(BackfillProgress::isDone).isEmpty()) {
            Thread.sleep(100);
            progress = journal.progress(CONTRACT, INTERVAL);
        }
        return progress.orElseThrow();
    }
}
