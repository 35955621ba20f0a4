package io.liquidationmap.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.function.SingletonSupplier;

/// The PostgreSQL servers of the tests: each is started when the first test of a JVM asks for it, shared by all, and
/// gone with its data when the JVM ends.
enum PostgresServer {
    /// The one that the service brings along.
    EMBEDDED(PostgresServer::startEmbedded),
    /// The one that the service runs with in containers.
    CONTAINER(PostgresServer::startContainer);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @SuppressWarnings("ImmutableEnumChecker") // started once, the same from then on
    private final Supplier<Address> address;

    PostgresServer(Supplier<Address> start) {
        address = SingletonSupplier.of(start);
    }

    /// A new, empty database.
    Address createDatabase() {
        String name = String.format(Locale.ROOT, "test_%d", DATABASES.incrementAndGet());
        Address server = address.get();
        JdbcClient.create(server.dataSource()).sql("create database " + name).update();
        return server.database(name);
    }

    private static Address startEmbedded() {
        try {
            return new Address(EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres"), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException("the tests' PostgreSQL server did not start", e);
        }
    }

    private static Address startContainer() {
        String container = docker(
                "run",
                "--detach",
                "--rm",
                "--publish",
                "127.0.0.1::5432",
                "--env",
                "POSTGRES_PASSWORD=test",
                "postgres:18",
                "postgres",
                "-c",
                "fsync=off");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> docker("rm", "--force", container)));
        Address address =
                new Address("jdbc:postgresql://" + docker("port", container, "5432") + "/postgres", "postgres", "test");
        // While it sets itself up it listens to no port.
        await().atMost(Duration.ofMinutes(1)).until(address::answers);
        return address;
    }

    /// Whether a container engine can be had.
    static boolean engineAnswers() {
        return Command.works(List.of("docker", "info"));
    }

    private static String docker(String... arguments) {
        return Command.run(
                Map.of(),
                Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList());
    }

    /// How a database is reached.
    record Address(String url, String user, String password) {

        Address database(String name) {
            return new Address(url.replaceFirst("/[^/]*$", "/" + name), user, password);
        }

        boolean answers() {
            try (Connection connection = dataSource().getConnection()) {
                return connection.isValid(1);
            } catch (SQLException _) {
                return false;
            }
        }

        DataSource dataSource() {
            return new DriverManagerDataSource(url, user, password);
        }
    }
}
