package io.liquidationmap.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL server for all tests of a JVM, started when the first test asks and gone, with its temporary folder,
/// when the JVM ends.
final class SharedPostgres {

    private static final String SUPERUSER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedPostgres() {}

    /// The JDBC address of a new, empty database.
    static String createDatabase() {
        String name = String.format(Locale.ROOT, "test_%d", DATABASES.incrementAndGet());
        try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be created for the test", e);
        }
        return Server.INSTANCE.getJdbcUrl(SUPERUSER, name);
    }

    private static final class Server {
        private static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException("the tests' PostgreSQL server did not start", e);
            }
        }
    }
}
