package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.RequestReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How questions about scenarios are read.
@Configuration(proxyBeanMethods = false)
class ScenarioRequests {

    @Bean
    RequestReader<CascadeRequest> cascadeRequests(Clock clock) {
        return new RequestReader<>(CascadeRequest.class, query -> CascadeRequest.read(query, clock));
    }

    @Bean
    RequestReader<LadderRequest> ladderRequests(Clock clock) {
        return new RequestReader<>(LadderRequest.class, query -> LadderRequest.read(query, clock));
    }
}
