package io.liquidationmap.history;

import io.liquidationmap.LiquidationMapApplication;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Venue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A year of 5-minute bars to and from the service's own PostgreSQL: loading it, and storing it beside a bare COPY of
/// the same rows into the same table.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class BarHistoryBenchmark {

    private static final InstrumentId INSTRUMENT = InstrumentId.of("alpha", "BTCUSDT");
    private static final Interval INTERVAL = Interval.FIVE_MINUTES;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(365));

    private ConfigurableApplicationContext service;
    private BarHistory history;
    private List<Bar> bars;
    private byte[] rows;

    @Setup
    public void start() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("bar-history");
        service = new SpringApplicationBuilder(LiquidationMapApplication.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "logging.level.root=warn",
                        "liquidationmap.ingestion.enabled=false",
                        "liquidationmap.database.folder=" + folder.resolve("postgres"))
                .run();
        InstrumentCatalog catalog = service.getBean(InstrumentCatalog.class);
        catalog.register(new KnownVenue(new Venue("alpha"), true));
        catalog.register(new Instrument(INSTRUMENT, "BTC", "USDT", ContractType.LINEAR));
        history = service.getBean(BarHistory.class);
        bars = year();
        history.write(INSTRUMENT, INTERVAL, bars);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (Connection connection = connect()) {
            copyManager(connection).copyOut("copy (select * from bar order by open_time) to stdout", text);
        }
        rows = text.toByteArray();
    }

    @TearDown
    public void stop() {
        service.close();
    }

    /// All bars of the year as columns.
    @Benchmark
    public BarSeries load() {
        return history.read(INSTRUMENT, INTERVAL, START, END);
    }

    /// The same bars once more: none is changed.
    @Benchmark
    public WriteResult storeAgain() {
        return history.write(INSTRUMENT, INTERVAL, bars);
    }

    /// All bars of the year into empty tables.
    @Benchmark
    public void store(EmptyTables tables, Blackhole sink) {
        sink.consume(history.write(INSTRUMENT, INTERVAL, bars));
    }

    /// The same rows, ready as text, without looking at what is stored: as fast as it can be.
    @Benchmark
    public long bareCopy(EmptyTables tables) throws IOException, SQLException {
        try (Connection connection = connect()) {
            return copyManager(connection).copyIn("copy bar from stdin", new ByteArrayInputStream(rows));
        }
    }

    /// Empties the tables before each run, outside of what is measured.
    @State(Scope.Benchmark)
    public static class EmptyTables {

        @Setup(Level.Invocation)
        public void empty(BarHistoryBenchmark benchmark) {
            JdbcClient database = benchmark.service.getBean(JdbcClient.class);
            database.sql("truncate bar, series_change, series").update();
            database.sql("checkpoint").update();
        }
    }

    private Connection connect() throws SQLException {
        return service.getBean(DataSource.class).getConnection();
    }

    private static CopyManager copyManager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static List<Bar> year() {
        Random random = new Random(1);
        List<Bar> bars = new ArrayList<>();
        double price = 60_000;
        for (Instant time = START; time.isBefore(END); time = time.plus(INTERVAL.duration())) {
            double open = price;
            price = cents(open * Math.exp(0.001 * random.nextGaussian()));
            Candle candle = new Candle(
                    open, cents(Math.max(open, price) * 1.0005), cents(Math.min(open, price) * 0.9995), price);
            bars.add(Bar.at(time, candle, PriceKind.MARK)
                    .vwap((open + price) / 2)
                    .volume(cents(1_000 + 1_000 * random.nextDouble()))
                    .takerBuyVolume(cents(1_000 * random.nextDouble()))
                    .openInterest(cents(80_000 + 10_000 * random.nextDouble()))
                    .longShortRatio(1 + random.nextDouble())
                    .topAccountRatio(1 + random.nextDouble())
                    .topPositionRatio(1 + random.nextDouble())
                    .build());
        }
        return bars;
    }

    private static double cents(double value) {
        return Math.rint(value * 100) / 100;
    }
}
