package io.liquidationmap.api.representation;

import io.liquidationmap.api.query.RequestReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How requests without a subject are read.
@Configuration(proxyBeanMethods = false)
class PlainRequests {

    @Bean
    RequestReader<PlainRequest> plainRequestReader() {
        return new RequestReader<>(PlainRequest.class, query -> new PlainRequest(FormatParameter.read(query)));
    }

    @Bean
    RequestReader<JsonRequest> jsonRequestReader() {
        return new RequestReader<>(JsonRequest.class, query -> new JsonRequest(FormatParameter.json(query)));
    }
}
