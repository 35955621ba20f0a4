package io.liquidationmap;

import io.liquidationmap.accuracy.forecast.report.ForecastScoreCommand;
import io.liquidationmap.accuracy.report.ScoreboardCommand;
import io.liquidationmap.accuracy.report.SimulateCommand;
import io.liquidationmap.ingestion.files.ImportCommand;
import io.liquidationmap.platform.TimeConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the service, or runs one of its commands.
@SpringBootApplication
@ConfigurationPropertiesScan
public class LiquidationMapApplication {

    /// Runs the service until it is told to stop, or a command to its end.
    ///
    /// @param args Spring Boot's command-line arguments, or the name of a command and its arguments: `import`
    ///     ([ImportCommand]), `simulate` ([SimulateCommand]), `scoreboard` ([ScoreboardCommand]) or `forecast-score`
    ///     ([ForecastScoreCommand])
    public static void main(String[] args) {
        if (ImportCommand.isMeantBy(args)) {
            System.exit(ImportCommand.run(LiquidationMapApplication.class, args));
        }
        if (ScoreboardCommand.isMeantBy(args)) {
            System.exit(ScoreboardCommand.run(args));
        }
        if (ForecastScoreCommand.isMeantBy(args)) {
            System.exit(ForecastScoreCommand.run(new TimeConfiguration().clock(), args));
        }
        if (SimulateCommand.isMeantBy(args)) {
            System.exit(SimulateCommand.run(args));
        }
        SpringApplication.run(LiquidationMapApplication.class, args);
    }
}
