package io.liquidationmap.ingestion;

import io.liquidationmap.testing.SkippableClock;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The service as far as it ingests, with the real time, of which a test can skip some. Is no `@Configuration`, so that tests of the whole service do not
/// find it.
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "io.liquidationmap")
@ComponentScan({"io.liquidationmap.history", "io.liquidationmap.ingestion"})
public class IngestionService {

    @Bean
    SkippableClock clock() {
        return new SkippableClock();
    }
}
