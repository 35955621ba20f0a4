package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// What was found last for each question, for as long as it would be found again: most questions are asked many times
/// between two bars, and looking up their instruments and series each time would cost more than the answer.
///
/// @param <Q> the kind of question
/// @param <A> what is found
final class LastFound<Q, A> {

    private static final int KEPT = 64;

    /// Listings do not last long, and what was found in an old one only takes up memory.
    private static final Duration KEPT_FOR = Duration.ofSeconds(10);

    private final Cache<Q, Entry<A>> entries = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(KEPT_FOR)
            .scheduler(Scheduler.systemScheduler())
            .build();

    /// What answers `question` at `moment`, found by `search` unless it is known from the same listing.
    A get(Q question, Listing listing, Instant moment, Supplier<Found<A>> search) {
        Entry<A> known = entries.getIfPresent(question);
        if (known != null && known.isFrom(listing, moment)) {
            return known.found.answer();
        }
        Found<A> found = search.get();
        entries.put(question, new Entry<>(listing, moment, found));
        return found.answer();
    }

    /// Something found.
    ///
    /// @param answer what
    /// @param until from when on something else may be found in the same listing
    record Found<A>(A answer, Instant until) {}

    /// @param listing where it was found
    /// @param from when it was looked for
    private record Entry<A>(Listing listing, Instant from, Found<A> found) {

        /// Listings are compared by identity: there is a new one at least every few moments.
        @SuppressWarnings("ReferenceEquality")
        boolean isFrom(Listing other, Instant moment) {
            return listing == other && !moment.isBefore(from) && moment.isBefore(found.until());
        }
    }
}
