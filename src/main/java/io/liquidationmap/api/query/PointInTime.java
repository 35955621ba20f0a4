package io.liquidationmap.api.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// An instant, to the millisecond: RFC 3339 with an offset, or epoch milliseconds.
public record PointInTime() implements ValueType<Instant> {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final int LONGEST = 40;

    /// As milliseconds this is March 1973, before there was anything to ask about; as seconds it is the year 5138.
    private static final long FIRST_PLAUSIBLE_MILLIS = 100_000_000_000L;

    /// As milliseconds this is the year 5138; microseconds of any plausible instant lie above.
    private static final long LAST_PLAUSIBLE_MILLIS = 100_000_000_000_000L;

    @Override
    public Instant parse(String text) throws RefusedValueException {
        if (text.length() > LONGEST) {
            throw new RefusedValueException("is not an instant");
        }
        return NUMBER.matcher(text).matches() ? ofMillis(text) : ofRfc3339(text);
    }

    @Override
    public String pattern() {
        return "[0-9]{12,14}|[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?"
                + "([Zz]|[+-][0-9]{2}(:?[0-9]{2}){0,2})";
    }

    @Override
    public String allowed() {
        return "RFC 3339 with an offset (2026-06-22T07:45:00Z; a '+' must be written %2B) or epoch milliseconds"
                + " (1782114300000)";
    }

    private static Instant ofMillis(String text) throws RefusedValueException {
        long millis;
        try {
            millis = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RefusedValueException("is not an instant");
        }
        if (millis < 0) {
            throw new RefusedValueException("lies before 1970");
        }
        if (millis < FIRST_PLAUSIBLE_MILLIS) {
            throw new RefusedValueException("looks like seconds; numbers are epoch milliseconds");
        }
        if (millis >= LAST_PLAUSIBLE_MILLIS) {
            throw new RefusedValueException("looks finer than milliseconds; numbers are epoch milliseconds");
        }
        return Instant.ofEpochMilli(millis);
    }

    private static Instant ofRfc3339(String text) throws RefusedValueException {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new RefusedValueException("is not an instant");
        }
        if (instant.isBefore(Instant.EPOCH)) {
            throw new RefusedValueException("lies before 1970");
        }
        if (!instant.truncatedTo(ChronoUnit.MILLIS).equals(instant)) {
            throw new RefusedValueException("is finer than a millisecond");
        }
        return instant;
    }
}
