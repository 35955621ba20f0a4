package io.liquidationmap.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.function.SingletonSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

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

    // Not closed: it lives as long as the JVM, and Testcontainers removes it then.
    @SuppressWarnings("resource")
    private static Address startContainer() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18").withUsername("postgres");
        container.start();
        return new Address(
                container.getJdbcUrl().replaceFirst("[?].*$", ""), container.getUsername(), container.getPassword());
    }

    /// Whether a container engine can be had.
    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /// How a database is reached.
    record Address(String url, String user, String password) {

        Address database(String name) {
            return new Address(url.replaceFirst("/[^/]*$", "/" + name), user, password);
        }

        DataSource dataSource() {
            return new DriverManagerDataSource(url, user, password);
        }
    }
}
