package io.liquidationmap.api.status;

import io.liquidationmap.api.query.RequestReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the requests of this package are read.
@Configuration(proxyBeanMethods = false)
class StatusRequests {

    @Bean
    RequestReader<StatusRequest> statusRequestReader() {
        return new RequestReader<>(StatusRequest.class, query -> new StatusRequest(StatusAnswer.TABLES.read(query)));
    }
}
