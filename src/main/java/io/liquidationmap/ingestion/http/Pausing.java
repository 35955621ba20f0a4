package io.liquidationmap.ingestion.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets threads wait for real.
@Configuration(proxyBeanMethods = false)
class Pausing {

    @Bean
    Pause pause() {
        return Thread::sleep;
    }
}
