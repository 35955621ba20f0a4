package io.liquidationmap.api;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings of the HTTP interface.
///
/// @param cors which web pages may read it
/// @param cacheSize memory for answers that are kept ready to be sent
/// @param pastAnswersFresh how long a client may use an answer of a past instant it named without asking again: not for
///     ever, because a back-fill may yet complete the history before that instant
/// @param keys who may use it; empty for everybody
/// @param documentationNeedsKey whether its description and the pages that show it need a key as well, where there are
///     any
/// @param rateLimit how many requests are answered
/// @param stream how events are sent to those who follow a market
@ConfigurationProperties("liquidationmap.api")
public record ApiProperties(
        @DefaultValue Cors cors,
        @DefaultValue("64MB") DataSize cacheSize,
        @DefaultValue("5m") Duration pastAnswersFresh,
        @DefaultValue List<Key> keys,
        @DefaultValue("false") boolean documentationNeedsKey,
        @DefaultValue RateLimit rateLimit,
        @DefaultValue Stream stream) {

    public ApiProperties {
        keys = List.copyOf(keys);
        requireDistinct(keys.stream().map(Key::name).toList());
        requireDistinct(keys.stream().map(Key::sha256).toList());
    }

    /// Whether there is no answer without a key.
    public boolean needsKey() {
        return !keys.isEmpty();
    }

    private static void requireDistinct(List<String> values) {
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("two API keys have the same name or the same digest");
        }
    }

    /// Cross-origin resource sharing.
    ///
    /// @param allowedOrigins origins of web pages that may read answers; `*` for all
    public record Cors(@DefaultValue("*") List<String> allowedOrigins) {}

    /// A key, by what it can be recognised from but not be made from.
    ///
    /// @param name whose it is: what it owns is stored under this name
    /// @param sha256 SHA-256 of the key, in hexadecimal
    public record Key(String name, String sha256) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        public Key {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the name of an API key must be 1 to 64 letters, digits, '.', '_' or '-'");
            }
            if (!SHA_256.matcher(sha256).matches()) {
                throw new IllegalArgumentException(
                        "sha256 of API key " + name + " must be 64 digits or letters a to f, the digest of the key");
            }
        }
    }

    /// How many requests are answered, one after the other: a client that has been quiet may send that many at once,
    /// and then as many as the period spreads them.
    ///
    /// @param requestsPerKey by those who have a key, each; 0 for any number
    /// @param requestsPerAddress by those who have none, from each address; 0 for any number
    /// @param period in which so many are answered
    public record RateLimit(
            @DefaultValue("0") int requestsPerKey,
            @DefaultValue("0") int requestsPerAddress,
            @DefaultValue("1m") Duration period) {

        public RateLimit {
            if (requestsPerKey < 0 || requestsPerAddress < 0) {
                throw new IllegalArgumentException("a rate limit must not be negative");
            }
            if (period.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("the period of a rate limit must be at least a second");
            }
        }

        /// Whether anybody may ask only so often.
        public boolean isSet() {
            return requestsPerKey > 0 || requestsPerAddress > 0;
        }
    }

    /// The event stream.
    ///
    /// @param maxClients how many may follow at a time
    /// @param backlog how many events may wait for a client before it is dropped
    /// @param poll how often the store is asked for what is new
    /// @param heartbeat how often every client is sent a sign of life
    /// @param retry after which time clients that lost the connection are told to come back
    public record Stream(
            @DefaultValue("1000") int maxClients,
            @DefaultValue("64") int backlog,
            @DefaultValue("1s") Duration poll,
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("3s") Duration retry) {

        public Stream {
            if (maxClients < 1 || backlog < 1) {
                throw new IllegalArgumentException(
                        "liquidationmap.api.stream.max-clients and .backlog must be positive");
            }
            if (poll.toMillis() < 1 || heartbeat.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "liquidationmap.api.stream.poll and .heartbeat must be at least a millisecond");
            }
        }
    }
}
