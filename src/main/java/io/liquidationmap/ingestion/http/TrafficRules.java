package io.liquidationmap.ingestion.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
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

    /// How long the venue wants to be left alone that has turned a request away; empty if it does not say. In seconds,
    /// as most say it.
    ///
    /// @param status of the answer
    default Optional<Duration> retryAfter(int status, HttpHeaders headers) {
        OptionalLong seconds = HeaderNumber.of(headers, HttpHeaders.RETRY_AFTER);
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : Optional.empty();
    }

    /// Learns that the venue has turned a request away because of their number.
    default void afterRefusal() {}
}
