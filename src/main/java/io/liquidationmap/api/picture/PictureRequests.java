package io.liquidationmap.api.picture;

import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.RequestReader;
import io.liquidationmap.api.representation.FormatParameter;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the requests of this package are read.
@Configuration(proxyBeanMethods = false)
class PictureRequests {

    @Bean
    RequestReader<SvgRequest> svgRequests(Clock clock) {
        return new RequestReader<>(SvgRequest.class, query -> new SvgRequest(read(query, PictureFormat.SVG, clock)));
    }

    @Bean
    RequestReader<PngRequest> pngRequests(Clock clock) {
        return new RequestReader<>(PngRequest.class, query -> new PngRequest(read(query, PictureFormat.PNG, clock)));
    }

    private static PictureRequest read(Query query, PictureFormat format, Clock clock) {
        FormatParameter.require(query, format.mediaType());
        return PictureRequest.read(query, clock);
    }
}
