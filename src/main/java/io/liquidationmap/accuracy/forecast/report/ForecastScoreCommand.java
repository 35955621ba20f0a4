package io.liquidationmap.accuracy.forecast.report;

import io.liquidationmap.accuracy.forecast.CalibratedMaps;
import io.liquidationmap.accuracy.forecast.MapSource;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.PositionBook;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.ingestion.files.BarFile;
import io.liquidationmap.ingestion.files.FileRefusedException;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Range;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The command line of the forecast scores. Needs no database and starts no service.
@Command(
        name = ForecastScoreCommand.NAME,
        header = "Scores liquidation maps of the past by what was force-closed after them.",
        description = {
            "",
            "For each bucket of 1 h and 4 h the map as of its beginning is asked how much lies between the price and the"
                    + " lowest (longs) and highest (shorts) price of the bucket, and that is compared with what was"
                    + " liquidated in it. Beside it stand a model that is told the distance alone, fitted each month to"
                    + " the time before, and two maps made useless on purpose.",
            "",
            "The file is CSV as 'import --help' describes it; open_interest, liquidated_long_usd and"
                    + " liquidated_short_usd must be known for buckets to count. The first 40 days are not scored.",
            ""
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:scored",
            "1:rows of the file were refused, or nothing could be scored; what could be is printed",
            "2:the arguments are wrong, or the file cannot be read"
        })
public final class ForecastScoreCommand implements Callable<Integer> {

    /// The first argument that asks for these scores.
    public static final String NAME = "forecast-score";

    private static final int INCOMPLETE = 1;
    private static final Range ALL_THAT_MATTERS = Range.ofDays(365);

    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "the history to score on")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--interval", paramLabel = "LENGTH", description = "length of its bars, 1h if not said")
    private Interval interval = Interval.ONE_HOUR;

    @Option(
            names = "--contract",
            paramLabel = "linear|inverse",
            description = "how the contract is margined; linear if not said")
    private ContractType contract = ContractType.LINEAR;

    @Option(
            names = "--evidence",
            paramLabel = "complete|throttled|open-interest",
            description = "what the maps are calibrated on, anew every week; uncalibrated if not said")
    private @Nullable Evidence evidence;

    @Option(names = "--markdown", paramLabel = "FILE", description = "where to write the tables besides printing them")
    private @Nullable Path markdown;

    @Option(names = "--json", paramLabel = "FILE", description = "where to write all figures as JSON")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "prints this")
    @SuppressWarnings("UnusedVariable") // Its annotation is all there is to it.
    private boolean help;

    /// @param clock bars of its future are refused
    ForecastScoreCommand(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether a command line asks for these scores.
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /// Scores what the arguments say.
    ///
    /// @param arguments the whole command line, [#NAME] first
    /// @return the exit status
    public static int run(InstantSource clock, String... arguments) {
        return new ForecastScoreCommand(clock)
                .commandLine()
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /// This command, ready to be executed with its arguments.
    CommandLine commandLine() {
        return new CommandLine(this)
                .registerConverter(Interval.class, ForecastScoreCommand::interval)
                .registerConverter(Evidence.class, ForecastScoreCommand::evidence)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        BarFile read = read();
        read.refusals().forEach(spec.commandLine().getErr()::println);
        BarSeries bars = read.bars();
        ModelParameters parameters = ModelParameters.defaults(MarginSchedule.assumed(contract), contract, true);
        ForecastReport report = ForecastReport.of(
                bars,
                maps(bars, parameters),
                evidence == null ? parameters.version() : Calibrator.VERSION + " " + evidence.label(),
                parameters);
        write(report);
        return report.scores().isEmpty() || read.rowsRefused() > 0 ? INCOMPLETE : CommandLine.ExitCode.OK;
    }

    private MapSource maps(BarSeries bars, ModelParameters parameters) {
        if (evidence != null) {
            return new CalibratedMaps(bars, parameters, evidence, ALL_THAT_MATTERS);
        }
        PositionBook book = new PositionBook(parameters, interval);
        book.advance(bars, 0, bars.size());
        return MapSource.of(book.history(), ALL_THAT_MATTERS);
    }

    private BarFile read() {
        if (ForecastReport.BUCKETS.stream().anyMatch(bucket -> bucket.millis() % interval.millis() != 0)) {
            throw refused("Invalid value for option '--interval': must divide an hour");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw refused("FILE " + file + " is no file that can be read");
        }
        try {
            return BarFile.read(file, interval, PriceKind.LAST, clock.instant());
        } catch (FileRefusedException e) {
            throw refused(file + " " + e.getMessage());
        }
    }

    private void write(ForecastReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (report.scores().isEmpty()) {
            out.println("nothing to score: after the first 40 days no bucket has known open interest and liquidations");
            return;
        }
        String tables = MarkdownReport.of(report);
        out.print(tables);
        out.flush();
        if (markdown != null) {
            Files.writeString(markdown, tables);
        }
        if (json != null) {
            Files.writeString(json, JsonReport.of(report));
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static Evidence evidence(String text) {
        return Arrays.stream(Evidence.values())
                .filter(evidence -> evidence.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be complete, throttled or open-interest"));
    }

    private static Interval interval(String text) {
        try {
            return Interval.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
