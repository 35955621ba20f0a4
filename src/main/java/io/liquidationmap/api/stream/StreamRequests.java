package io.liquidationmap.api.stream;

import io.liquidationmap.api.query.RequestReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the requests of this package are read.
@Configuration(proxyBeanMethods = false)
class StreamRequests {

    @Bean
    RequestReader<StreamRequest> streamRequestReader() {
        return new RequestReader<>(StreamRequest.class, StreamRequest::read);
    }
}
