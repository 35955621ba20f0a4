package io.liquidationmap.ingestion;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.zaxxer.hikari.HikariDataSource;
import io.liquidationmap.LiquidationMapApplication;
import io.liquidationmap.ingestion.http.Pause;
import io.liquidationmap.testing.SettableClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/// One instance of the whole service, wired as in operation, except that time is the test's: its scheduler does what is due
/// only when told to, and only ingestion, and who waits for a turn at a venue is let through at once.
final class ServiceInstance implements AutoCloseable {

    private static final int MOST_AT_ONCE = 200;

    private final ConfigurableApplicationContext context;
    private final SettableClock clock;
    private final ManualScheduler scheduler;
    private final JdbcClient database;
    private final RestClient client;

    /// Starts it.
    ///
    /// @param database which it shares with the other instances and with the test
    /// @param properties further settings, `name=value`
    ServiceInstance(HikariDataSource database, SettableClock clock, List<String> properties) {
        this.clock = clock;
        List<String> arguments = new ArrayList<>(List.of(
                "spring.datasource.url=" + database.getJdbcUrl(),
                "spring.datasource.username=" + database.getUsername(),
                "spring.datasource.password=" + database.getPassword(),
                "spring.datasource.hikari.maximum-pool-size=4",
                "server.port=0",
                "management.server.port=0",
                "db-scheduler.enabled=false",
                "liquidationmap.census.enabled=false",
                "liquidationmap.maps.listing-age=0s",
                "liquidationmap.ingestion.enabled=true",
                "liquidationmap.ingestion.retry-delay=1ms",
                "liquidationmap.ingestion.assets=BTC",
                "liquidationmap.ingestion.interval=1h",
                "liquidationmap.ingestion.repair-every=1h"));
        arguments.addAll(properties);
        this.context = new SpringApplicationBuilder(LiquidationMapApplication.class)
                .initializers(application -> register((GenericApplicationContext) application))
                .run(arguments.stream().map(argument -> "--" + argument).toArray(String[]::new));
        this.scheduler = bean(ManualScheduler.class);
        this.database = JdbcClient.create(database);
        this.client = RestClient.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private void register(GenericApplicationContext application) {
        application.registerBean("testClock", SettableClock.class, () -> clock, bean -> bean.setPrimary(true));
        application.registerBean("noPause", Pause.class, () -> _ -> {}, bean -> bean.setPrimary(true));
        application.registerBean(ManualScheduler.class, () -> scheduler(application));
    }

    private ManualScheduler scheduler(ApplicationContext application) {
        // Tasks that recur are known, but none is begun.
        List<Task<?>> tasks = new ArrayList<>();
        application.getBeansOfType(Task.class).values().forEach(tasks::add);
        return TestHelper.createManualScheduler(application.getBean(DataSource.class), tasks)
                .clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
                    @Override
                    public Instant now() {
                        return clock.instant();
                    }
                })
                .build();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Asks it over HTTP.
    String get(String uri) {
        return Optional.ofNullable(client.get().uri(uri).retrieve().body(String.class))
                .orElseThrow();
    }

    /// Does what is due now, and once what becomes due by that.
    void runDue() {
        scheduler.runAnyDueExecutions();
    }

    /// Lets time pass: sets the clock to each time at which something is due, does it, and goes on until this one.
    void runUntil(Instant end) {
        runUntil(end, List.of(this));
    }

    /// Lets time pass for several that share a clock and a database. What is due at a time they do side by side, each taking
    /// what the others have not; time goes on when all are done.
    static void runUntil(Instant end, List<ServiceInstance> instances) {
        ServiceInstance any = instances.getFirst();
        int atOnce = 0;
        for (Instant due = any.nextDue(); !due.isAfter(end); due = any.nextDue()) {
            boolean later = due.isAfter(any.clock.instant());
            atOnce = later ? 0 : atOnce + 1;
            if (atOnce > MOST_AT_ONCE) {
                throw new AssertionError("there is always something due at " + any.clock.instant());
            }
            if (later) {
                any.clock.set(due);
            }
            runDue(instances);
        }
        any.clock.set(end);
    }

    private static void runDue(List<ServiceInstance> instances) {
        try (ExecutorService threads = Executors.newFixedThreadPool(instances.size())) {
            CompletableFuture.allOf(instances.stream()
                            .map(instance -> CompletableFuture.runAsync(instance::runDue, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private Instant nextDue() {
        return database.sql("select min(execution_time) from scheduled_tasks where not picked")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public void close() {
        context.close();
    }
}
