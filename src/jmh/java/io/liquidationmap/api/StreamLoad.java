package io.liquidationmap.api;

import io.liquidationmap.LiquidationMapApplication;
import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// How soon a thousand clients of the event stream have each map, and what they cost in processor time and heap: the
/// clients are sockets of this process that read and look for the end of the map. Prints, of several new bars, how long
/// it took from the first client that had the whole map to the last, the processor time and the bytes sent from the
/// storing of the bar on, drawing and the clients' reading included, and the live heap after each tenth of them.
///
/// `-Dclients=1000 -Dbars=20`
public final class StreamLoad {

    private static final int CLIENTS = Integer.getInteger("clients", 1_000);
    private static final int BARS = Integer.getInteger("bars", 20);
    private static final int HOURS = 400 * 24;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final String QUERY = "range=30d&events=price,map&minPrice=1&maxPrice=1000000";

    /// A map ends with it: a number, brackets and line ends follow.
    private static final byte[] LAST_FIELD = "\"outsideDownUsd\":".getBytes(StandardCharsets.US_ASCII);

    private StreamLoad() {}

    /// Runs it.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("stream-load");
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(LiquidationMapApplication.class)
                // Arguments, because they win over the application's own settings.
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.level.root=warn",
                        "--liquidationmap.ingestion.enabled=false",
                        "--liquidationmap.api.stream.max-clients=" + CLIENTS,
                        "--liquidationmap.database.folder=" + folder.resolve("postgres"))) {
            int port = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                    .getPort();
            new Run(service, port).run();
        }
        System.exit(0);
    }

    private static final class Run {
        private final InstrumentId instrument = InstrumentId.of("alpha", "BTCUSDT");
        private final SimulatedMarket market = SimulatedMarket.of(WorldParameters.draw(1), 1, START, Interval.ONE_HOUR);
        private final ConfigurableApplicationContext service;
        private final int port;
        private volatile Round round = new Round();

        Run(ConfigurableApplicationContext service, int port) {
            this.service = service;
            this.port = port;
        }

        void run() throws InterruptedException {
            InstrumentCatalog catalog = service.getBean(InstrumentCatalog.class);
            catalog.register(new KnownVenue(instrument.venue(), true));
            catalog.register(new Instrument(instrument, "BTC", "USDT", ContractType.LINEAR));
            store(HOURS);
            System.out.printf("live heap before: %d MB%n", liveMegabytes());
            for (int i = 0; i < CLIENTS; i++) {
                Thread.ofVirtual().start(this::follow);
            }
            round.everybody.await();
            System.out.printf("%d clients have the whole map; live heap: %d MB%n", CLIENTS, liveMegabytes());
            long[] spread = new long[BARS];
            long[] processor = new long[BARS];
            for (int bar = 0; bar < BARS; bar++) {
                round = new Round();
                long before = processorNanos();
                store(1);
                round.everybody.await();
                processor[bar] = (processorNanos() - before) / 1_000_000;
                spread[bar] = (round.last.get() - round.first.get()) / 1_000_000;
                if ((bar + 1) % Math.max(1, BARS / 10) == 0) {
                    System.out.printf(
                            "after %d bars: live heap %d MB, %d KB a client for the last%n",
                            bar + 1, liveMegabytes(), (round.bytes.sum() / CLIENTS) >> 10);
                }
            }
            Arrays.sort(spread);
            Arrays.sort(processor);
            System.out.printf(
                    "first to last client, ms: median %d, worst %d; processor time, ms: median %d, worst %d%n",
                    spread[BARS / 2], spread[BARS - 1], processor[BARS / 2], processor[BARS - 1]);
        }

        private static long processorNanos() {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElseThrow()
                    .toNanos();
        }

        private void store(int hours) {
            List<Bar> bars = new ArrayList<>();
            for (int i = 0; i < hours; i++) {
                bars.add(market.advance());
            }
            service.getBean(BarHistory.class).write(instrument, Interval.ONE_HOUR, bars);
        }

        private void follow() {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write(("GET /api/stream?" + QUERY + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                byte[] buffer = new byte[1 << 14];
                int kept = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer, kept, buffer.length - kept)) {
                    round.bytes.add(read);
                    int end = kept + read;
                    if (hasLastField(buffer, end)) {
                        round.arrived();
                    }
                    // The name may be split over two reads; whole, it is not seen twice.
                    kept = Math.min(end, LAST_FIELD.length - 1);
                    System.arraycopy(buffer, end - kept, buffer, 0, kept);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean hasLastField(byte[] bytes, int end) {
            for (int at = 0; at + LAST_FIELD.length <= end; at++) {
                if (Arrays.equals(bytes, at, at + LAST_FIELD.length, LAST_FIELD, 0, LAST_FIELD.length)) {
                    return true;
                }
            }
            return false;
        }

        private static long liveMegabytes() {
            System.gc();
            return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        }
    }

    /// One map on its way to everybody.
    private static final class Round {
        private final CountDownLatch everybody = new CountDownLatch(CLIENTS);
        private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
        private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
        private final LongAdder bytes = new LongAdder();

        void arrived() {
            long now = System.nanoTime();
            first.accumulateAndGet(now, Math::min);
            last.accumulateAndGet(now, Math::max);
            everybody.countDown();
        }
    }
}
