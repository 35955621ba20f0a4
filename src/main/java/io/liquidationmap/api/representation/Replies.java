package io.liquidationmap.api.representation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.maps.Market;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Makes replies, and keeps those about a market for whoever asks the same of the same data.
@Component
public class Replies {

    /// Requests and markets are small beside their answers, but not nothing.
    private static final int KEY_BYTES = 2_000;

    /// A computation holds a part of the table; a large table keeps others from waiting for it.
    private static final int INITIAL_CAPACITY = 1_024;

    /// Those that are repeated between two bars; more cost no more than the hash they spare.
    private static final int REQUESTS_REMEMBERED = 512;

    /// For so long after a bar ended, what a venue tells late or has no time for at once may still complete it.
    private static final Duration LATE = Duration.ofHours(1);

    private final JsonWriter json;
    private final ApiProperties properties;
    private final Clock clock;
    private final Cache<Key, Representation> kept;
    private final Cache<Object, Key> lastAsked =
            Caffeine.newBuilder().maximumSize(REQUESTS_REMEMBERED).build();

    Replies(JsonWriter json, ApiProperties properties, Clock clock) {
        this.json = json;
        this.properties = properties;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .initialCapacity(INITIAL_CAPACITY)
                .maximumWeight(properties.cacheSize().toBytes())
                .weigher((Key _, Representation representation) -> representation.size() + KEY_BYTES)
                .build();
    }

    /// A reply about a market: made once for equal requests of equal markets, however many ask at the same time.
    ///
    /// @param request what was asked, with a value's equality
    /// @param market what it is answered from
    /// @param named the instant that the client said the answer is for; null if it named none
    /// @param answer makes the answer; must depend on nothing but `request` and `market`
    public Reply about(
            Market market, Object request, Rendition rendition, @Nullable Instant named, Supplier<?> answer) {
        return about(market, market.dataChangedAt(), request, rendition, named, answer);
    }

    /// The same about other data than one market.
    ///
    /// @param data what it is answered from, with a value's equality
    /// @param changedAt up to when it reaches; null if that is not known
    public Reply about(
            Object data,
            @Nullable Instant changedAt,
            Object request,
            Rendition rendition,
            @Nullable Instant named,
            Supplier<?> answer) {
        return about(data, changedAt, request, named, () -> representation(rendition, answer.get()));
    }

    /// The same for a picture.
    ///
    /// @param picture draws it
    public Reply picture(
            Market market, Object request, MediaType type, @Nullable Instant named, Supplier<byte[]> picture) {
        return about(
                market,
                market.dataChangedAt(),
                request,
                named,
                () -> Representation.of(type.toString(), picture.get()));
    }

    private Reply about(
            Object data,
            @Nullable Instant changedAt,
            Object request,
            @Nullable Instant named,
            Supplier<Representation> answer) {
        Representation representation = kept.get(key(request, data), _ -> answer.get());
        return new Reply(representation, changedAt, fresh(named));
    }

    /// A reply of the moment.
    public Reply ofTheMoment(Rendition rendition, Object answer) {
        return new Reply(representation(rendition, answer), null, Duration.ZERO);
    }

    /// A reply about data up to an instant.
    ///
    /// @param changedAt up to when the data behind it reaches
    /// @param named the instant that the client said the answer is for; null if it named none
    public Reply upTo(Instant changedAt, Rendition rendition, @Nullable Instant named, Object answer) {
        return new Reply(representation(rendition, answer), changedAt, fresh(named));
    }

    private Duration fresh(@Nullable Instant named) {
        return named != null && named.isBefore(clock.instant().minus(LATE))
                ? properties.pastAnswersFresh()
                : Duration.ZERO;
    }

    private Representation representation(Rendition rendition, Object answer) {
        byte[] bytes = switch (rendition.format()) {
            case JSON -> json.write(answer);
            case CSV -> rendition.tableOf((Tabular) answer).toCsv().getBytes(StandardCharsets.UTF_8);
        };
        return Representation.of(rendition.format().contentType(), bytes);
    }

    /// The data of an overview is as large as its answer, and looking at all of it took as long as everything else about
    /// an answer that is ready: whoever asks the same of the very same data gets the key that has done so.
    @SuppressWarnings("ReferenceEquality")
    private Key key(Object request, Object data) {
        Key known = lastAsked.getIfPresent(request);
        if (known != null && known.data == data) {
            return known;
        }
        Key key = new Key(request, data);
        lastAsked.put(request, key);
        return key;
    }

    /// What names an answer. Computes its hash once.
    private static final class Key {
        private final Object request;
        private final Object data;
        private final int hash;

        Key(Object request, Object data) {
            this.request = request;
            this.data = data;
            this.hash = 31 * request.hashCode() + data.hashCode();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && hash == key.hash && request.equals(key.request) && data.equals(key.data);
        }
    }
}
