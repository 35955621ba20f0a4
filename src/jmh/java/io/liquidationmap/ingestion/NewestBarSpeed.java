package io.liquidationmap.ingestion;

import static java.util.Map.entry;

import com.sun.management.OperatingSystemMXBean;
import io.liquidationmap.LiquidationMapApplication;
import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How soon after its end the newest bar of every contract of fifty coins at eleven venues is stored and in the map of its
/// coin. Service, database and venues share the machine; venues answer over HTTP a tenth of a second late, and are asked
/// no more often than the real ones may be. Begins when the history of all contracts is loaded; prints for every bar when
/// the last contract of each venue was stored, when the last map had all of them, what it took, and the live heap.
///
/// `-Dcoins=50 -Dlatency=100 -Dhistory=6h -Dbars=3`
public final class NewestBarSpeed {

    private static final int COINS = Integer.getInteger("coins", 50);
    private static final Duration LATENCY = Duration.ofMillis(Long.getLong("latency", 100));
    private static final int BARS = Integer.getInteger("bars", 3);
    private static final Interval INTERVAL = Interval.FIVE_MINUTES;

    /// Linear where the venue has those.
    private static final Map<String, String> CONTRACTS = Map.ofEntries(
            entry("binance", "BTCUSDT"),
            entry("binance-coinm", "BTCUSD_PERP"),
            entry("bitget", "BTCUSDT"),
            entry("bitmex", "XBTUSDT"),
            entry("bybit", "BTCUSDT"),
            entry("deribit", "BTC_USDC-PERPETUAL"),
            entry("dydx", "BTC-USD"),
            entry("gate", "BTC_USDT"),
            entry("hyperliquid", "BTC"),
            entry("kraken", "PF_XBTUSD"),
            entry("okx", "BTC-USDT-SWAP"));

    private final Clock clock = Clock.systemUTC();
    private final AllVenues venues = new AllVenues(clock);

    private NewestBarSpeed() {}

    /// Runs it.
    public static void main(String[] arguments) throws Exception {
        // Otherwise every answer waits for the client's acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        new NewestBarSpeed().run();
        System.exit(0);
    }

    private void run() throws Exception {
        CONTRACTS.forEach(
                (venue, contract) -> venues.server(venue).putBetween(new ManyCoins(contract, COINS, LATENCY)));
        List<String> settings = new ArrayList<>(venues.properties());
        settings.addAll(List.of(
                "server.port=0",
                "management.server.port=0",
                "logging.level.root=warn",
                "liquidationmap.ingestion.enabled=true",
                "liquidationmap.streams.enabled=false",
                "liquidationmap.ingestion.interval=5m",
                "liquidationmap.ingestion.history=" + System.getProperty("history", "6h"),
                // As many as by default, where these would be named.
                "liquidationmap.maps.ahead.symbols=" + String.join(",", ManyCoins.names(3)),
                "liquidationmap.ingestion.assets=" + String.join(",", ManyCoins.names(COINS)),
                "liquidationmap.database.folder="
                        + Files.createTempDirectory("newest-bar-speed").resolve("postgres")));
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(LiquidationMapApplication.class)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new))) {
            awaitHistory(service);
            System.out.printf(
                    "history of %d contracts is loaded; live heap: %d MB%n", COINS * CONTRACTS.size(), liveMegabytes());
            for (int i = 0; i < BARS; i++) {
                Instant end = INTERVAL.floor(clock.instant()).plus(INTERVAL.duration());
                // Nothing of this process is to be in the way while the bar is stored.
                while (clock.instant().isBefore(end)) {
                    pause();
                }
                new Round(service, end).run();
            }
        }
    }

    private void awaitHistory(ConfigurableApplicationContext service) throws InterruptedException {
        InstrumentCatalog catalog = service.getBean(InstrumentCatalog.class);
        IngestionJournal journal = service.getBean(IngestionJournal.class);
        long done = 0;
        while (done < (long) COINS * CONTRACTS.size()) {
            pause();
            done = catalog.instruments().stream()
                    .filter(each -> journal.progress(each.id(), INTERVAL)
                            .filter(IngestionJournal.BackfillProgress::isDone)
                            .isPresent())
                    .count();
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(200);
        CONTRACTS.keySet().forEach(venue -> venues.server(venue).forgetRequests());
    }

    private static long liveMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    /// One bar of all contracts.
    private final class Round {
        private static final JsonMapper JSON = new JsonMapper();
        private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(10);
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private final Instant end;
        private final JdbcClient database;
        private final Map<InstrumentId, Instrument> instruments = new HashMap<>();
        private final RestClient client;
        private final Set<InstrumentId> stored = new HashSet<>();
        private final Map<String, Double> lastStored = new TreeMap<>();
        private final Map<String, Integer> contracts = new HashMap<>();
        private final Set<String> unseen = new ConcurrentSkipListSet<>(ManyCoins.names(COINS));
        private final List<Double> seen = Collections.synchronizedList(new ArrayList<>());

        Round(ConfigurableApplicationContext service, Instant end) {
            this.end = end;
            this.database = service.getBean(JdbcClient.class);
            service.getBean(InstrumentCatalog.class).instruments().forEach(each -> instruments.put(each.id(), each));
            this.client = RestClient.create(
                    "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port"));
        }

        void run() throws InterruptedException {
            long cpu = SYSTEM.getProcessCpuTime();
            try (ExecutorService asking = Executors.newSingleThreadExecutor()) {
                while (!unseen.isEmpty() && age() < INTERVAL.seconds() - 30) {
                    pause();
                    look(asking);
                }
            }
            long used = SYSTEM.getProcessCpuTime() - cpu;
            System.out.printf(
                    Locale.ROOT, "bar until %s: seconds until the last contract was stored %s%n", end, lastStored);
            System.out.printf(
                    Locale.ROOT,
                    "  maps of %d coins with all venues after %.1f s (median), %.1f s (last); not seen: %s%n"
                            + "  CPU of the service and the venues: %.1f s; load %.1f; live heap: %d MB%n",
                    seen.size(),
                    seen.isEmpty() ? Double.NaN : seen.get(seen.size() / 2),
                    seen.isEmpty() ? Double.NaN : seen.getLast(),
                    unseen,
                    used / 1e9,
                    SYSTEM.getSystemLoadAverage(),
                    liveMegabytes());
        }

        /// Maps are asked for one after the other, as soon as the contracts of a coin are stored.
        private void look(ExecutorService asking) {
            for (InstrumentId id : newlyStored()) {
                if (stored.add(id)) {
                    Instrument instrument = Objects.requireNonNull(instruments.get(id));
                    lastStored.put(instrument.venue().name(), age());
                    if (contracts.merge(instrument.base(), 1, Integer::sum) == CONTRACTS.size()) {
                        asking.execute(() -> seeInTheMap(instrument.base()));
                    }
                }
            }
        }

        /// Reads only what has changed lately, in order not to be in the way.
        private List<InstrumentId> newlyStored() {
            return database.sql("""
                            select v.name, i.symbol
                            from series s join instrument i on i.id = s.instrument_id join venue v on v.id = i.venue_id
                            where s.changed_at > :lately and s.last_open_time >= :open""")
                    .param("lately", clock.instant().minus(COMMITTED_WITHIN).atOffset(ZoneOffset.UTC))
                    .param("open", end.minus(INTERVAL.duration()).atOffset(ZoneOffset.UTC))
                    .query((row, _) -> InstrumentId.of(row.getString(1), row.getString(2)))
                    .list();
        }

        private void seeInTheMap(String coin) {
            while (unseen.contains(coin) && age() < INTERVAL.seconds() - 30) {
                if (isInTheMap(coin)) {
                    unseen.remove(coin);
                    seen.add(age());
                }
            }
        }

        private boolean isInTheMap(String coin) {
            JsonNode map = JSON.readTree(Objects.requireNonNull(client.get()
                    .uri("/api/liquidations?symbol={coin}&range=1d&groupBy=venue", coin)
                    .retrieve()
                    .body(String.class)));
            long venuesWithTheBar = map.path("coverage").values().stream()
                    .filter(each -> each.path("toMs").asLong() >= end.toEpochMilli())
                    .count();
            return venuesWithTheBar == CONTRACTS.size();
        }

        private double age() {
            return Math.round(Duration.between(end, clock.instant()).toMillis() / 100.0) / 10.0;
        }
    }
}
