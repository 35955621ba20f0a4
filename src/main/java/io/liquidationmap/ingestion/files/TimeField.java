package io.liquidationmap.ingestion.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// A moment as files write it: RFC 3339 with `Z` or an offset (a space may stand for the `T`), or milliseconds since
/// 1970.
final class TimeField {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    /// Java's own formats know years of up to nine digits.
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("[0-9]{4}-.*");

    /// 1973 in milliseconds and the year 5138 in seconds.
    private static final long FEWEST_MILLIS = 100_000_000_000L;
    /// The year 5138 in milliseconds and 1973 in microseconds.
    private static final long MOST_MILLIS = 100_000_000_000_000L;

    private TimeField() {}

    /// @throws IllegalArgumentException if it is none of the two forms
    static Instant parse(String text) {
        if (DIGITS.matcher(text).matches()) {
            return Instant.ofEpochMilli(millis(text));
        }
        try {
            return OffsetDateTime.parse(withT(text), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("time is " + Excerpt.of(text)
                    + ", not RFC 3339 with Z or an offset and not milliseconds since 1970");
        }
    }

    private static long millis(String text) {
        long millis = Long.parseLong(text);
        if (millis < FEWEST_MILLIS) {
            throw new IllegalArgumentException("time " + text + " looks like seconds; it must be milliseconds");
        }
        if (millis > MOST_MILLIS) {
            throw new IllegalArgumentException("time " + text + " looks like microseconds; it must be milliseconds");
        }
        return millis;
    }

    private static String withT(String text) {
        if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
            throw new DateTimeException("a date begins with a year of four digits");
        }
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    }
}
