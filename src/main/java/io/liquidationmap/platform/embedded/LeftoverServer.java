package io.liquidationmap.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server of an instance that was killed: it runs on without its service and keeps the folder for itself.
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final long PATIENCE_SECONDS = 60;

    private LeftoverServer() {}

    /// Makes sure that no server runs on `folder`. To be called by the holder of its lock only: whatever server runs
    /// there has lost its service.
    ///
    /// @throws IllegalStateException if a server runs that cannot be stopped or may be another's
    static void stop(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        Optional<ProcessHandle> process = readProcess(pidFile);
        if (process.isEmpty()) {
            return; // a new server sees by itself that the one before it is gone
        }
        ProcessHandle.Info info = process.get().info();
        if (!isPostgres(info)) {
            LOG.info("{} names process {}, which is no server: left over from before a restart", pidFile, info);
            Files.delete(pidFile);
        } else if (worksOn(folder, info)) {
            LOG.info("Stopping the server that an instance left running in {}", folder);
            stop(process.get());
        } else {
            throw new IllegalStateException(pidFile + " names process "
                    + process.get().pid() + ", a PostgreSQL server that seems to work elsewhere: delete the file if no"
                    + " server works on the folder");
        }
    }

    private static Optional<ProcessHandle> readProcess(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .filter(line -> line.matches("[0-9]{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    private static boolean isPostgres(ProcessHandle.Info info) {
        return info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
    }

    /// Some systems keep the arguments of a process to themselves; then the pid file is believed.
    private static boolean worksOn(Path folder, ProcessHandle.Info info) throws IOException {
        List<String> arguments = info.arguments().map(List::of).orElse(List.of());
        int option = arguments.indexOf("-D");
        return arguments.isEmpty()
                || (option >= 0
                        && option + 1 < arguments.size()
                        && Files.isSameFile(folder, Path.of(arguments.get(option + 1))));
    }

    private static void stop(ProcessHandle server) throws IOException {
        if (server.supportsNormalTermination()) {
            // The server takes an interrupt for a fast shutdown; the JDK could only send SIGTERM, upon which it
            // waits for every client to leave.
            new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start();
        } else {
            server.destroyForcibly(); // the next start recovers from the log, where every commit is
        }
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while process " + server.pid() + " was to stop", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the PostgreSQL server of process " + server.pid() + " does not stop", e);
        }
    }
}
