package io.liquidationmap.api.catalog;

import io.liquidationmap.api.query.RequestReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the requests of this package are read.
@Configuration(proxyBeanMethods = false)
class CatalogRequests {

    @Bean
    RequestReader<CapabilitiesRequest> capabilitiesRequestReader() {
        return new RequestReader<>(
                CapabilitiesRequest.class, query -> new CapabilitiesRequest(CapabilitiesAnswer.TABLES.read(query)));
    }
}
