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
import io.liquidationmap.market.Venue;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// How many maps a second a running service answers when the map is known already, and as the baseline the same bytes
/// from a handler that does nothing else; and how long it takes over a heatmap that is not known. The client is a bare socket, so that the server is what is measured.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(4)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 6, time = 5)
public class HotMapBenchmark {

    private static final String MAP = "/api/liquidations?range=365d";
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int HOURS = 400 * 24;
    private static final String HEATMAP = "/api/liquidations/heatmap?range=30d&step=1h&asOf=";
    private static final Instant END = START.plus(Duration.ofHours(HOURS));

    private ConfigurableApplicationContext service;
    private int port;
    private long asked;

    /// One connection for each client thread.
    @State(Scope.Thread)
    public static class Connection {
        private KeepAliveClient client;

        @Setup
        public void connect(HotMapBenchmark benchmark) throws IOException {
            client = new KeepAliveClient(benchmark.port);
        }

        @TearDown
        public void close() throws IOException {
            client.close();
        }
    }

    @Setup
    public void start() throws IOException {
        Path folder = Files.createTempDirectory("hot-map");
        service = new SpringApplicationBuilder(LiquidationMapApplication.class, SameBytesController.class)
                .properties(
                        "server.port=0",
                        "server.tomcat.max-keep-alive-requests=-1",
                        "management.server.port=0",
                        "logging.level.root=warn",
                        "liquidationmap.ingestion.enabled=false",
                        "liquidationmap.database.folder=" + folder.resolve("postgres"))
                .run();
        port = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                .getPort();
        store();
        try (KeepAliveClient client = new KeepAliveClient(port)) {
            service.getBean(SameBytesController.class).answerWith(client.get(MAP));
        }
    }

    @TearDown
    public void stop() {
        service.close();
    }

    @Benchmark
    public byte[] baseline(Connection connection) throws IOException {
        return connection.client.get("/same-bytes");
    }

    @Benchmark
    public byte[] map(Connection connection) throws IOException {
        return connection.client.get(MAP);
    }

    /// A month of hourly maps that nobody has asked for before, in 200 buckets: drawn, written and compressed.
    @Benchmark
    @Threads(1)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public byte[] coldHeatmap(Connection connection) throws IOException {
        return connection.client.get(HEATMAP + END.minusMillis(asked++).toEpochMilli());
    }

    private void store() {
        Instrument instrument =
                new Instrument(new InstrumentId(new Venue("alpha"), "BTCUSDT"), "BTC", "USDT", ContractType.LINEAR);
        InstrumentCatalog catalog = service.getBean(InstrumentCatalog.class);
        catalog.register(new KnownVenue(instrument.venue(), true));
        catalog.register(instrument);
        SimulatedMarket market = SimulatedMarket.of(WorldParameters.draw(1), 1, START, Interval.ONE_HOUR);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            bars.add(market.advance());
        }
        service.getBean(BarHistory.class).write(instrument.id(), Interval.ONE_HOUR, bars);
    }
}
