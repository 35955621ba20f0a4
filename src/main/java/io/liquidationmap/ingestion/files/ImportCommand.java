package io.liquidationmap.ingestion.files;

import io.liquidationmap.calibration.CalibrationStatus;
import io.liquidationmap.calibration.CalibrationWalk;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import io.liquidationmap.market.Venue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The command line of the import. Starts the application, without its web server and its schedules, only when the
/// arguments are in order.
@Command(
        name = ImportCommand.NAME,
        header = "Imports bars of one instrument from files.",
        description = {
            "",
            "A FILE is CSV in UTF-8 with a header row, or a file of the Binance public archive (klines, markPriceKlines"
                    + " or metrics); either may be inside a zip.",
            "",
            "Columns of CSV, in any order: time (start of the bar: RFC 3339, or milliseconds since 1970), open, high,"
                    + " low, close; and optionally, blank where unknown, volume and taker_buy_volume (base coins),"
                    + " open_interest (base coins at the end of the bar), long_short_ratio, top_account_ratio,"
                    + " top_position_ratio, vwap, funding_rate, liquidated_long_usd, liquidated_short_usd. Other"
                    + " columns are ignored.",
            "",
            "Klines shorter than the interval are put together to whole bars. Metrics complete bars that are stored or"
                    + " imported by the same command.",
            "",
            "What a file says replaces what was stored, what it leaves blank does not, and a last price never replaces"
                    + " a mark price. A file that cannot be read to its end changes nothing.",
            ""
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything was imported, or there already",
            "1:rows or whole files were refused; the rest was imported",
            "2:the arguments are wrong; nothing was imported",
            "3:the import failed, for example because there is no database; what was reported is stored"
        })
public final class ImportCommand implements Callable<Integer> {

    /// The first argument that asks for an import; also the profile it runs under.
    public static final String NAME = "import";

    private static final int REFUSED = 1;
    private static final int FAILED = 3;

    private final Supplier<ConfigurableApplicationContext> application;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--venue",
            required = true,
            paramLabel = "NAME",
            description = "the exchange, in lower case; created if it is new")
    @SuppressWarnings("NullAway.Init")
    private Venue venue;

    @Option(
            names = "--symbol",
            required = true,
            paramLabel = "SYMBOL",
            description = "the perpetual as the exchange spells it; created if it is new")
    @SuppressWarnings("NullAway.Init")
    private String symbol;

    @Option(
            names = "--interval",
            required = true,
            paramLabel = "LENGTH",
            description = "length of the bars: " + Interval.ALLOWED)
    @SuppressWarnings("NullAway.Init")
    private Interval interval;

    @Option(
            names = "--price",
            paramLabel = "mark|last",
            description = "which price the candles are of; the last price if not said. Klines of the archive that have"
                    + " a volume are always of the last price")
    private @Nullable PriceKind price;

    @Option(
            names = "--base",
            paramLabel = "COIN",
            description = "the coin of a new instrument, if its symbol does not tell it")
    private @Nullable String base;

    @Option(
            names = "--quote",
            paramLabel = "CURRENCY",
            description = "the currency of its price, if the symbol does not end in USDT, USDC or USD")
    private @Nullable String quote;

    @Option(
            names = "--contract",
            paramLabel = "linear|inverse",
            description = "how a new instrument is margined; linear if not said")
    private @Nullable ContractType contract;

    @Option(
            names = "--liquidations",
            paramLabel = "complete|throttled",
            description =
                    "how much of what was liquidated the columns liquidated_long_usd and liquidated_short_usd show:"
                            + " all of it, or a sample such as the last order of each second. Holds for the instrument's whole"
                            + " history; where nobody ever said, a sample is assumed")
    private @Nullable Completeness liquidations;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "prints this")
    @SuppressWarnings("UnusedVariable") // Its annotation is all there is to it.
    private boolean help;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "what to import")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    /// @param application starts the application when it is needed
    ImportCommand(Supplier<ConfigurableApplicationContext> application) {
        this.application = application;
    }

    /// Whether a command line asks for an import.
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /// Imports what the arguments say.
    ///
    /// @param application the application's own class
    /// @param arguments the whole command line, [#NAME] first
    /// @return the exit status
    public static int run(Class<?> application, String... arguments) {
        ImportCommand command = new ImportCommand(
                () -> new SpringApplicationBuilder(application).profiles(NAME).run());
        return command.commandLine().execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /// This command, ready to be executed with its arguments.
    CommandLine commandLine() {
        return new CommandLine(this)
                .registerConverter(Venue.class, converter(Venue::new))
                .registerConverter(Interval.class, converter(Interval::parse))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(ImportCommand::explain)
                .setExecutionExceptionHandler(ImportCommand::fail);
    }

    @Override
    public Integer call() {
        ImportRequest request = request();
        if (liquidations == Completeness.NONE) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--liquidations': it must be complete or throttled");
        }
        PrintWriter err = spec.commandLine().getErr();
        try (ConfigurableApplicationContext context = application.get()) {
            FileImport fileImport = context.getBean(FileImport.class);
            ImportReport report;
            try (ProgressBar bar = ImportProgress.start(bytes(request.files()), err)) {
                report = fileImport.run(request, bar::stepBy);
            }
            Summary summary = new Summary(spec.commandLine().getOut());
            summary.print(report);
            calibrate(report, context, summary);
            return report.isAnythingRefused() ? REFUSED : CommandLine.ExitCode.OK;
        } catch (RequestRefusedException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static void calibrate(ImportReport report, ConfigurableApplicationContext context, Summary summary) {
        InstrumentId instrument = report.instrument().id();
        if (report.coverage().isPresent()) {
            context.getBean(CalibrationWalk.class).walk(instrument);
            context.getBean(CalibrationStatus.class).of(instrument).ifPresent(summary::print);
        }
    }

    private ImportRequest request() {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new ParameterException(spec.commandLine(), "FILE " + file + " is no file that can be read");
            }
        }
        try {
            return new ImportRequest(
                    new InstrumentId(venue, symbol),
                    interval,
                    files,
                    price,
                    upper(base),
                    upper(quote),
                    contract,
                    liquidations);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '--symbol': " + e.getMessage());
        }
    }

    private static @Nullable String upper(@Nullable String asset) {
        return asset == null ? null : asset.toUpperCase(Locale.ROOT);
    }

    private static long bytes(List<Path> files) {
        try {
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> constructor) {
        return text -> {
            try {
                return constructor.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static int explain(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        err.println("Try 'import --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        command.getErr().println("The import failed: " + cause);
        return FAILED;
    }
}
