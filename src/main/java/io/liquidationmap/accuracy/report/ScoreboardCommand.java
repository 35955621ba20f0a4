package io.liquidationmap.accuracy.report;

import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.accuracy.method.MapMethods;
import io.liquidationmap.accuracy.run.Schedule;
import io.liquidationmap.accuracy.run.ScoreboardRun;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.simulation.World;
import io.liquidationmap.simulation.Worlds;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the scoreboard. Needs neither the application nor a database.
@Command(
        name = ScoreboardCommand.NAME,
        header = "Measures maps against the known positions of simulated markets.",
        description = {
            "",
            "Prints the scoreboard as tables. The same worlds give the same scores each time; sixteen worlds take a"
                    + " minute or a few.",
            ""
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the arguments are wrong; nothing was computed", "3:a file could not be written"})
public final class ScoreboardCommand implements Callable<Integer> {

    /// The first argument that asks for a scoreboard.
    public static final String NAME = "scoreboard";

    private static final int FAILED = 3;
    private static final int MOST_WORLDS = 1000;

    /// However many ordinary worlds there are, the hostile ones stay the same.
    private static final long FIRST_HOSTILE_SEED = 13;

    private final Schedule schedule;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--worlds",
            paramLabel = "COUNT",
            defaultValue = "12",
            description = "ordinary worlds, seeds from 1; ${DEFAULT-VALUE} if not said")
    private int worlds;

    @Option(
            names = "--hostile",
            paramLabel = "COUNT",
            defaultValue = "4",
            description = "hostile worlds, seeds from 13; ${DEFAULT-VALUE} if not said")
    private int hostile;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the scoreboard as the service serves it")
    private @Nullable Path json;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "writes the tables into a document, between the lines that mark their place")
    private @Nullable Path markdown;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "prints this")
    @SuppressWarnings("UnusedVariable") // Its annotation is all there is to it.
    private boolean help;

    /// @param schedule when maps are measured
    ScoreboardCommand(Schedule schedule) {
        this.schedule = schedule;
    }

    /// Whether a command line asks for a scoreboard.
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /// Computes what the arguments say.
    ///
    /// @param arguments the whole command line, [#NAME] first
    /// @return the exit status
    public static int run(String... arguments) {
        return new ScoreboardCommand(Schedule.STANDARD)
                .commandLine()
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /// This command, ready to be executed with its arguments.
    CommandLine commandLine() {
        return new CommandLine(this)
                .setParameterExceptionHandler(ScoreboardCommand::explain)
                .setExecutionExceptionHandler(ScoreboardCommand::fail);
    }

    @Override
    public Integer call() {
        verify("--worlds", worlds, 1);
        verify("--hostile", hostile, 0);
        Path document = markdown;
        if (document != null) {
            verify(document);
        }
        Scoreboard scoreboard = scoreboard();
        String tables = MarkdownTables.of(scoreboard);
        spec.commandLine().getOut().print(tables);
        spec.commandLine().getOut().flush();
        if (json != null) {
            ScoreboardFile.write(scoreboard, json);
        }
        if (document != null) {
            MarkedSection.replace(document, tables);
        }
        return CommandLine.ExitCode.OK;
    }

    private Scoreboard scoreboard() {
        ScoreboardRun run = new ScoreboardRun(MapMethods.all(), schedule, progress());
        return new Scoreboard(
                "java -jar target/liquidation-map.jar " + NAME + " --worlds=" + worlds + " --hostile=" + hostile,
                modelVersion(),
                schedule.days(),
                Interval.ONE_HOUR.toString(),
                schedule.firstSnapshotDay(),
                schedule.everyDays(),
                List.of(
                        run.score("ordinary", Worlds.ordinary(1, worlds)),
                        run.score("hostile", Worlds.hostile(FIRST_HOSTILE_SEED, hostile))));
    }

    private Consumer<World> progress() {
        PrintWriter err = spec.commandLine().getErr();
        AtomicInteger scored = new AtomicInteger();
        return world -> err.println(world.name() + ": " + scored.incrementAndGet() + " of " + (worlds + hostile));
    }

    private static String modelVersion() {
        return ModelParameters.defaults(MarginSchedule.assumed(ContractType.LINEAR), ContractType.LINEAR, true)
                .version();
    }

    private void verify(String option, int count, int least) {
        if (count < least || count > MOST_WORLDS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + count + " is not from " + least + " to "
                            + MOST_WORLDS);
        }
    }

    /// Learnt before the worlds are played, not after.
    private void verify(Path document) {
        if (!Files.isReadable(document)) {
            throw new ParameterException(spec.commandLine(), "FILE " + document + " is no file that can be read");
        }
        if (!MarkedSection.isIn(document)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "FILE " + document + " does not mark where the tables go: " + MarkedSection.MARKS);
        }
    }

    private static int explain(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        err.println("Try 'scoreboard --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        command.getErr().println("The scoreboard failed: " + e);
        return FAILED;
    }
}
