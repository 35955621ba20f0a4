package io.liquidationmap.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock. Everything else is given it.
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /// The machine's time, in UTC.
    @Bean
    public Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
