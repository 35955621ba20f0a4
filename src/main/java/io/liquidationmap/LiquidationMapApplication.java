package io.liquidationmap;

import io.liquidationmap.accuracy.report.ScoreboardCommand;
import io.liquidationmap.ingestion.files.ImportCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the service, imports files, or computes the scoreboard.
@SpringBootApplication
@ConfigurationPropertiesScan
public class LiquidationMapApplication {

    /// Runs the service until it is told to stop, or a command to its end.
    ///
    /// @param args Spring Boot's command-line arguments, or `import` and those of [ImportCommand], or `scoreboard` and
    ///     those of [ScoreboardCommand]
    public static void main(String[] args) {
        if (ImportCommand.isMeantBy(args)) {
            System.exit(ImportCommand.run(LiquidationMapApplication.class, args));
        }
        if (ScoreboardCommand.isMeantBy(args)) {
            System.exit(ScoreboardCommand.run(args));
        }
        SpringApplication.run(LiquidationMapApplication.class, args);
    }
}
