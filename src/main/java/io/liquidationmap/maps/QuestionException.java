package io.liquidationmap.maps;

import io.liquidationmap.market.Interval;
import java.time.Instant;

/// A question that is well formed but cannot be answered; each case says what would be.
public abstract sealed class QuestionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QuestionException(String message) {
        super(message);
    }

    /// No instrument of that name is known.
    public static final class UnknownSymbol extends QuestionException {
        private static final long serialVersionUID = 1L;

        UnknownSymbol(String symbols) {
            super("is not known; known are " + symbols);
        }

        /// The same where it is one of several that were asked for.
        UnknownSymbol among(String symbol) {
            return new UnknownSymbol(this, symbol);
        }

        private UnknownSymbol(UnknownSymbol alone, String symbol) {
            super("has the entry " + symbol + ", which " + alone.getMessage());
        }
    }

    /// A venue that was named does not exist, or does not list the symbol.
    public static final class UnknownVenue extends QuestionException {
        private static final long serialVersionUID = 1L;

        UnknownVenue(String message) {
            super(message);
        }
    }

    /// The symbol is known, but no venue that lists it publishes what its accounts hold.
    public static final class NotPublic extends QuestionException {
        private static final long serialVersionUID = 1L;

        NotPublic(String venues) {
            super("is not listed at a venue whose accounts are public; such are " + venues);
        }
    }

    /// The symbol is known but nothing is stored of it yet.
    public static final class NoDataYet extends QuestionException {
        private static final long serialVersionUID = 1L;

        NoDataYet(String message) {
            super(message);
        }
    }

    /// The instant asked for lies before the first bar.
    public static final class NotCovered extends QuestionException {
        private static final long serialVersionUID = 1L;
        private final Instant from;

        NotCovered(Instant from) {
            this("the first closed bar", from);
        }

        /// @param first what the data begins with
        NotCovered(String first, Instant from) {
            super("lies before " + first + "; data begins at " + from);
            this.from = from;
        }

        /// The earliest instant that can be answered.
        public Instant from() {
            return from;
        }
    }

    /// A stretch of time is to be cut finer than the bars that it is known from.
    public static final class StepTooShort extends QuestionException {
        private static final long serialVersionUID = 1L;
        private final transient Interval shortest;

        StepTooShort(Interval bars) {
            super("is shorter than the bars there are");
            this.shortest = bars;
        }

        /// The shortest step that can be answered.
        public Interval shortest() {
            return shortest;
        }
    }
}
