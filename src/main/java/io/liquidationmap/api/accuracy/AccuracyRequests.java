package io.liquidationmap.api.accuracy;

import io.liquidationmap.api.query.RequestReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the requests of this package are read.
@Configuration(proxyBeanMethods = false)
class AccuracyRequests {

    @Bean
    RequestReader<AccuracyRequest> accuracyRequestReader(Clock clock) {
        return new RequestReader<>(AccuracyRequest.class, query -> AccuracyRequest.read(query, clock));
    }
}
