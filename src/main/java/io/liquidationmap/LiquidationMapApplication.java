package io.liquidationmap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the service.
@SpringBootApplication
@ConfigurationPropertiesScan
public class LiquidationMapApplication {

    /// Runs the application until it is told to stop.
    ///
    /// @param args Spring Boot's command-line arguments
    public static void main(String[] args) {
        SpringApplication.run(LiquidationMapApplication.class, args);
    }
}
