package io.liquidationmap.ingestion.http;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Venue;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/// Lets requests to one host through as long as the venue wants them: within its budgets, and not while it has asked
/// to be left alone, be it before a restart. Counts them as `liquidationmap.ingestion.requests`, and learns the host's
/// time from its answers.
public final class VenueGate implements ClientHttpRequestInterceptor {

    /// The answers by which venues turn callers away, and for how long when they do not say: too many requests, the
    /// firewall, a ban.
    private static final Map<Integer, Duration> TURNED_AWAY =
            Map.of(429, Duration.ofMinutes(1), 403, Duration.ofMinutes(10), 418, Duration.ofMinutes(2));

    /// No venue documents a longer ban. Whoever says more has not meant it.
    private static final Duration LONGEST = Duration.ofDays(3);

    private final Venue venue;
    private final TrafficRules rules;
    private final MeterRegistry registry;
    private final Clock clock;
    private final VenueClock venueClock;
    private final Cooldown cooldown;

    /// @param rules the limits of the host
    VenueGate(Venue venue, TrafficRules rules, MeterRegistry registry, Clock clock, Cooldown cooldown) {
        this.venue = venue;
        this.rules = rules;
        this.registry = registry;
        this.clock = clock;
        this.cooldown = cooldown;
        this.venueClock = new VenueClock(clock);
    }

    /// The host's own clock, by which its bars end.
    public Clock clock() {
        return venueClock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String host = request.getURI().getAuthority();
        requireOpen(host);
        rules.beforeRequest(request.getURI());
        // The venue may have asked while this request waited its turn.
        requireOpen(host);
        Instant asked = clock.instant();
        ClientHttpResponse response;
        try {
            response = execution.execute(request, body);
        } catch (IOException e) {
            count("unreachable");
            throw e;
        }
        int status = response.getStatusCode().value();
        count(String.valueOf(status));
        rules.afterResponse(request.getURI(), response.getHeaders());
        learnTime(asked, response.getHeaders());
        Duration usual = TURNED_AWAY.get(status);
        if (usual == null) {
            return response;
        }
        rules.afterRefusal();
        Duration said = rules.retryAfter(status, response.getHeaders()).orElse(usual);
        Duration wait = said.compareTo(LONGEST) < 0 ? said : LONGEST;
        response.close();
        cooldown.extend(host, clock.instant().plus(wait));
        throw new VenueUnavailableException(
                String.format(
                        Locale.ROOT,
                        "answered %d to %s and is left alone for %d s",
                        status,
                        request.getURI().getPath(),
                        wait.toSeconds()),
                wait,
                null);
    }

    /// Answers of a cache, which have an age, are dated when they were made.
    private void learnTime(Instant asked, HttpHeaders headers) {
        String date = headers.getFirst(HttpHeaders.DATE);
        if (date == null || headers.containsHeader(HttpHeaders.AGE)) {
            return;
        }
        try {
            Instant told = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            venueClock.observe(asked, clock.instant(), told);
        } catch (DateTimeParseException _) {
            // A venue that cannot tell the time has told nothing.
        }
    }

    private void requireOpen(String host) {
        Instant now = clock.instant();
        Instant until = cooldown.until(host);
        if (now.isBefore(until)) {
            throw new VenueUnavailableException(
                    "asked to be left alone until " + until, Duration.between(now, until), null);
        }
    }

    private void count(String outcome) {
        registry.counter("liquidationmap.ingestion.requests", "venue", venue.name(), "outcome", outcome)
                .increment();
    }
}
