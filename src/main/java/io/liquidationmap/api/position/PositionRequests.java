package io.liquidationmap.api.position;

import io.liquidationmap.api.query.RequestReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the requests of this package are read.
@Configuration(proxyBeanMethods = false)
class PositionRequests {

    @Bean
    RequestReader<PositionRequest> positionRequestReader(Clock clock) {
        return new RequestReader<>(PositionRequest.class, query -> PositionRequest.read(query, clock));
    }
}
