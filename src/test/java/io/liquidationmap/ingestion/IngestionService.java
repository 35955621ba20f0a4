package io.liquidationmap.ingestion;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The service as far as it ingests, with the real time. No `@Configuration`: tests of the whole service would find it.
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "io.liquidationmap")
@ComponentScan({"io.liquidationmap.history", "io.liquidationmap.ingestion"})
public class IngestionService {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
