package io.liquidationmap.ingestion.demo;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// Adds the simulated venue in the `demo` profile.
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoProperties.class)
class DemoConfiguration {

    @Bean
    DemoSource demo(DemoProperties properties, Clock clock) {
        return new DemoSource(new DemoListing(properties).markets(), clock);
    }
}
