package io.liquidationmap.ingestion.http;

import java.net.URI;
import org.springframework.http.HttpHeaders;

/// How one venue limits its callers.
public interface TrafficRules {

    /// Rules of a host that publishes no limits.
    TrafficRules NONE = new TrafficRules() {
        @Override
        public void beforeRequest(URI uri) {}

        @Override
        public void afterResponse(URI uri, HttpHeaders headers) {}
    };

    /// Sets the request's cost aside.
    ///
    /// @throws io.liquidationmap.ingestion.VenueBusyException if there is no budget for it at present
    void beforeRequest(URI uri);

    /// Learns from the response what has been used up.
    void afterResponse(URI uri, HttpHeaders headers);

    /// Learns that the venue has turned a request away because of their number.
    default void afterRefusal() {}
}
