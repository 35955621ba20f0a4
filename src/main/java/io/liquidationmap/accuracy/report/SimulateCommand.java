package io.liquidationmap.accuracy.report;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import io.liquidationmap.simulation.LiquidationFeed;
import io.liquidationmap.simulation.MarketCsv;
import io.liquidationmap.simulation.World;
import io.liquidationmap.simulation.Worlds;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The command line that writes a simulated market in the format 'import' reads. Needs neither the application nor a
/// database.
@Command(
        name = SimulateCommand.NAME,
        header = "Writes a simulated market as CSV.",
        description = {
            "",
            "What an exchange would have published of one of the markets the scoreboard is computed on. The same"
                    + " arguments give the same bytes.",
            ""
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:written", "1:the file could not be written", "2:the arguments are wrong"})
public final class SimulateCommand implements Callable<Integer> {

    /// The first argument that asks for a market.
    public static final String NAME = "simulate";

    private static final int MOST_DAYS = 1000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "SEED", defaultValue = "1", description = "which world; 1 if not said")
    private long seed;

    @Option(names = "--hostile", description = "a world that is hard to estimate")
    private boolean hostile;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "2025-01-01T00:00:00Z",
            description = "when its first bar begins; ${DEFAULT-VALUE} if not said")
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "400",
            description = "how long it is; 400 if not said")
    private int days;

    @Option(names = "--interval", paramLabel = "LENGTH", description = "length of its bars, 1h if not said")
    private Interval interval = Interval.ONE_HOUR;

    @Option(
            names = "--feed",
            paramLabel = "complete|throttled|none",
            defaultValue = "complete",
            description = "which liquidations it publishes; complete if not said")
    private LiquidationFeed feed = LiquidationFeed.COMPLETE;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; printed if not said")
    private @Nullable Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "prints this")
    @SuppressWarnings("UnusedVariable") // Its annotation is all there is to it.
    private boolean help;

    /// Whether a command line asks for a market.
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /// Writes what the arguments say.
    ///
    /// @param arguments the whole command line, [#NAME] first
    /// @return the exit status
    public static int run(String... arguments) {
        return new SimulateCommand().commandLine().execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /// This command, ready to be executed with its arguments.
    CommandLine commandLine() {
        return new CommandLine(this)
                .registerConverter(Interval.class, SimulateCommand::interval)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > MOST_DAYS) {
            throw refused("Invalid value for option '--days': " + days + " is not from 1 to " + MOST_DAYS);
        }
        BarSeries bars = bars();
        if (out == null) {
            MarketCsv.write(bars, spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
        try (BufferedWriter file = Files.newBufferedWriter(out)) {
            MarketCsv.write(bars, file);
        }
        return CommandLine.ExitCode.OK;
    }

    private BarSeries bars() {
        World world = (hostile ? Worlds.hostile(seed, 1) : Worlds.ordinary(seed, 1)).getFirst();
        int count = Math.toIntExact(Duration.ofDays(days).toMillis() / interval.millis());
        try {
            return world.market(from, interval, feed).record(count, Set.of()).bars();
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    private ParameterException refused(@Nullable String message) {
        return new ParameterException(spec.commandLine(), String.valueOf(message));
    }

    private static Interval interval(String text) {
        try {
            return Interval.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
