package io.liquidationmap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A command as a user types it in the project's folder, run to its end.
///
/// @param exitCode zero when it succeeded
/// @param output all that it printed, errors included
public record Command(int exitCode, String output) {

    /// Runs a command that must succeed, and shows what it printed when it does not.
    ///
    /// @param environment variables set besides those of this process
    /// @return all that the command printed
    public static String run(Map<String, String> environment, List<String> words) {
        Command command;
        try {
            command = execute(environment, words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words, e);
        }
        assertThat(command.exitCode)
                .as("exit code of %s, which printed%n%s", words, command.output)
                .isZero();
        return command.output;
    }

    /// Whether this machine has the command and it succeeds.
    public static boolean works(List<String> words) {
        try {
            return execute(Map.of(), words).exitCode == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static Command execute(Map<String, String> environment, List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Command(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words, e);
        }
    }
}
