package io.liquidationmap.ingestion.http;

import io.liquidationmap.ingestion.VenueUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An answer that tells of all contracts of a venue, shared by those who want it at about the same time: one request
/// instead of one for each contract. Who comes while it is under way waits for it, and shares its failure too. Bars end
/// at full minutes, so what was asked before one is not shared after it. Thread-safe.
///
/// @param <T> what the venue says
public final class SharedAnswer<T> {

    private final Supplier<T> request;
    private final Duration keptFor;
    private final InstantSource clock;
    private @Nullable Question<T> latest;

    /// @param keptFor how long after it was asked for an answer is shared
    public SharedAnswer(Supplier<T> request, Duration keptFor, InstantSource clock) {
        this.request = request;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /// What the venue says at about this moment.
    ///
    /// @throws VenueUnavailableException if the venue does not answer properly
    public Told<T> get() {
        Question<T> question = question(clock.instant());
        question.answer.run();
        try {
            return new Told<>(question.askedAt, question.answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueUnavailableException("was interrupted while another asked", null, e);
        }
    }

    private synchronized Question<T> question(Instant now) {
        Question<T> known = latest;
        if (known == null || !isShared(known, now)) {
            known = new Question<>(now, new FutureTask<>(request::get));
            latest = known;
        }
        return known;
    }

    private boolean isShared(Question<T> known, Instant now) {
        boolean sameMinute = known.askedAt.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES));
        return sameMinute
                && switch (known.answer.state()) {
                    case Future.State.RUNNING -> true;
                    case Future.State.SUCCESS -> !known.askedAt.plus(keptFor).isBefore(now);
                    case Future.State.FAILED, Future.State.CANCELLED -> false;
                };
    }

    /// An answer.
    ///
    /// @param askedAt before when it was not so
    public record Told<T>(Instant askedAt, T answer) {}

    private record Question<T>(Instant askedAt, FutureTask<T> answer) {}
}
