package io.liquidationmap.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// A PostgreSQL server that runs as long as this is open and can be reached from this machine only.
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /// Long enough to recover from the log after a crash of the machine.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final FolderLock lock;
    private final EmbeddedPostgres server;
    private final Superuser superuser;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres server, Superuser superuser) {
        this.lock = lock;
        this.server = server;
        this.superuser = superuser;
    }

    /// Starts a server on `folder` with all that was ever committed there. A server that a killed instance has left
    /// running on it is stopped first.
    ///
    /// @throws FolderInUseException if another instance works on the folder
    /// @throws IOException if the server does not start
    static EmbeddedDatabase start(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Files.createDirectories(absolute.getParent());
        FolderLock lock = FolderLock.acquire(absolute);
        try {
            LeftoverServer.stop(absolute);
            Superuser superuser = Superuser.of(absolute);
            EmbeddedPostgres server = startServer(absolute, superuser);
            LOG.info("PostgreSQL runs in {} on port {}", absolute, server.getPort());
            return new EmbeddedDatabase(lock, server, superuser);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres startServer(Path folder, Superuser superuser) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(programs(folder).toFile())
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(_ -> superuser.keep())
                // The application context stops the server after everything that uses it.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                // These reach initdb as options; the authentication overrides the library's.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", superuser.passwordFile().toString())
                .setConnectConfig("password", superuser.password())
                // The library's own settings are for throw-away data.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
    }

    /// Where the server's programs are unpacked, which would else happen in the machine's temporary folder: there they
    /// are cleared away under a server that runs for long. The library lets everybody write to the folder it is given,
    /// so that one lies in another that nobody else can enter.
    private static Path programs(Path folder) throws IOException {
        Path entrance = Files.createDirectories(folder.resolveSibling("postgresql"));
        PosixFileAttributeView permissions = Files.getFileAttributeView(entrance, PosixFileAttributeView.class);
        if (permissions != null) {
            permissions.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
        return entrance.resolve("unpacked");
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public String getUsername() {
        return Superuser.NAME;
    }

    @Override
    public String getPassword() {
        return superuser.password();
    }

    /// Stops the server and leaves the folder to whoever comes next.
    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
        }
    }
}
