package io.liquidationmap.ingestion;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// The service as far as it ingests, with the real time.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "io.liquidationmap")
@ComponentScan({"io.liquidationmap.history", "io.liquidationmap.ingestion"})
public class IngestionService {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
