package io.liquidationmap.ingestion.files;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// How far an import has come: a bar that moves on a terminal, a line now and then where there is none.
final class ImportProgress {

    private static final int MOVE_MILLIS = 200;
    private static final int LINE_MILLIS = 10_000;
    private static final int LINE_LENGTH = 80;

    private ImportProgress() {}

    /// Starts the display; closing the bar ends it.
    ///
    /// @param bytes what there is to read
    /// @param err where the lines go if there is no terminal
    static ProgressBar start(long bytes, PrintWriter err) {
        ProgressBarBuilder bar = new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(bytes)
                .setUnit(" kB", 1000);
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            return bar.setUpdateIntervalMillis(MOVE_MILLIS).build();
        }
        return bar.setUpdateIntervalMillis(LINE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(onceEach(err), LINE_LENGTH))
                .build();
    }

    /// The bar shows its end twice.
    private static Consumer<String> onceEach(PrintWriter err) {
        AtomicReference<String> shown = new AtomicReference<>("");
        return line -> {
            if (!line.equals(shown.getAndSet(line))) {
                err.println(line);
            }
        };
    }
}
