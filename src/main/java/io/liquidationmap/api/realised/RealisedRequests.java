package io.liquidationmap.api.realised;

import io.liquidationmap.api.query.RequestReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the requests of this package are read.
@Configuration(proxyBeanMethods = false)
class RealisedRequests {

    @Bean
    RequestReader<RealisedRequest> realisedRequestReader(Clock clock) {
        return new RequestReader<>(RealisedRequest.class, query -> RealisedRequest.read(query, clock));
    }
}
