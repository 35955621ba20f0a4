package io.liquidationmap.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The length of a bar: whole minutes that divide a day, so that bars of every interval align with UTC midnight.
///
/// @param duration one minute to one day
public record Interval(Duration duration) implements Comparable<Interval> {

    /// One minute.
    public static final Interval ONE_MINUTE = new Interval(Duration.ofMinutes(1));
    /// Five minutes: the grain of most venues' open interest history.
    public static final Interval FIVE_MINUTES = new Interval(Duration.ofMinutes(5));
    /// One hour: the coarsest bar the model's measured accuracy holds for.
    public static final Interval ONE_HOUR = new Interval(Duration.ofHours(1));
    /// One day.
    public static final Interval ONE_DAY = new Interval(Duration.ofDays(1));

    /// What an interval may be written as; shown to users when they send something else.
    public static final String ALLOWED = "<n>m or <n>h dividing a day (1m, 5m, 15m, 30m, 1h, 4h, …) or 1d";

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

    public Interval {
        long millis = duration.toMillis();
        boolean wholeMinutes = millis >= 60_000 && millis % 60_000 == 0;
        if (!wholeMinutes || Duration.ofDays(1).toMillis() % millis != 0) {
            throw new IllegalArgumentException("an interval must be " + ALLOWED);
        }
    }

    /// Reads `5m`, `1h`, `1d`.
    ///
    /// @throws IllegalArgumentException on any other form, with what is allowed
    public static Interval parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an interval must be " + ALLOWED);
        }
        long count = Long.parseLong(matcher.group(1));
        return new Interval(
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /// Length in milliseconds.
    public long millis() {
        return duration.toMillis();
    }

    /// Length in seconds, as stored.
    public int seconds() {
        return Math.toIntExact(duration.toSeconds());
    }

    /// The latest bar boundary at or before `instant`.
    public Instant floor(Instant instant) {
        return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), millis()) * millis());
    }

    /// The earliest bar boundary at or after `instant`.
    public Instant ceiling(Instant instant) {
        Instant floor = floor(instant);
        return floor.equals(instant) ? floor : floor.plus(duration);
    }

    /// Whether a bar may open at `instant`.
    public boolean isBoundary(Instant instant) {
        return floor(instant).equals(instant);
    }

    /// Number of bars that open in `[from, to)`, both taken to the boundary at or after them.
    public long barsBetween(Instant from, Instant to) {
        return Math.max(0, (ceiling(to).toEpochMilli() - ceiling(from).toEpochMilli()) / millis());
    }

    @Override
    public int compareTo(Interval other) {
        return duration.compareTo(other.duration);
    }

    /// `5m`, `1h`, `1d`: the largest unit that divides it.
    @Override
    public String toString() {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return minutes / (24 * 60) + "d";
        }
        return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }
}
