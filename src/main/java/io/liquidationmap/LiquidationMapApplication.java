package io.liquidationmap;

import io.liquidationmap.ingestion.files.ImportCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the service, or imports files.
@SpringBootApplication
@ConfigurationPropertiesScan
public class LiquidationMapApplication {

    /// Runs the service until it is told to stop, or an import to its end.
    ///
    /// @param args Spring Boot's command-line arguments, or `import` and those of [ImportCommand]
    public static void main(String[] args) {
        if (ImportCommand.isMeantBy(args)) {
            System.exit(ImportCommand.run(LiquidationMapApplication.class, args));
        }
        SpringApplication.run(LiquidationMapApplication.class, args);
    }
}
