package io.liquidationmap.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far back the positions on a map may have been opened: 1 hour to 730 days. A month counts 30 days and a year
/// 365, so that every spelling of a range is the same number of hours wherever it is used.
///
/// @param duration whole hours
public record Range(Duration duration) implements Comparable<Range> {

    /// What a range may be written as; shown to users when they send something else.
    public static final String ALLOWED = "<n>h, <n>d, <n>w, <n>mo or <n>y, from 1h to 730d";

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})(h|d|w|mo|y)");
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST_DURATION = Duration.ofDays(730);

    /// The longest there is.
    public static final Range LONGEST = new Range(LONGEST_DURATION);

    public Range {
        boolean wholeHours = duration.toMillis() % Duration.ofHours(1).toMillis() == 0;
        if (!wholeHours || duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST_DURATION) > 0) {
            throw new IllegalArgumentException("a range must be " + ALLOWED);
        }
    }

    /// The range of so many days.
    public static Range ofDays(int days) {
        return new Range(Duration.ofDays(days));
    }

    /// Reads `12h`, `24h`, `1d`, `2w`, `3mo`, `1y`.
    ///
    /// @throws IllegalArgumentException on any other form or length, with what is allowed
    public static Range parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a range must be " + ALLOWED);
        }
        int hoursPerUnit = switch (matcher.group(2)) {
            case "h" -> 1;
            case "d" -> 24;
            case "w" -> 7 * 24;
            case "mo" -> 30 * 24;
            default -> 365 * 24;
        };
        return new Range(Duration.ofHours(Long.parseLong(matcher.group(1)) * hoursPerUnit));
    }

    /// The instant at which the range that ends at `end` begins.
    public Instant before(Instant end) {
        return end.minus(duration);
    }

    @Override
    public int compareTo(Range other) {
        return duration.compareTo(other.duration);
    }

    /// The canonical form: days where it is whole days (`365d`), hours otherwise (`12h`).
    @Override
    public String toString() {
        long hours = duration.toHours();
        return hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
    }
}
