package io.liquidationmap.api.stream;

import io.liquidationmap.api.query.Choice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far a client has come: what it was told last of each kind. Its text is the id of the event that brought the
/// client there. Made of the told bytes and of the times of liquidations, it means the same to every instance of the
/// service and after a restart. Immutable.
///
/// @param drawn digest of the price, the map and the imbalance told last; without those never told
/// @param mark of the liquidation told last, or of the moment from which on they were told; null if they never were
record Position(Map<EventKind, String> drawn, @Nullable Mark mark) {

    /// What a client knows that was told nothing.
    static final Position START = new Position(Map.of(), null);

    /// What there is one of at a time, in the order in which it is told.
    static final List<EventKind> DRAWN = List.of(EventKind.PRICE, EventKind.MAP, EventKind.IMBALANCE);

    private static final String NONE = "-";
    private static final String HEX = "[0-9a-f]{" + Digest.LENGTH + "}";
    private static final Pattern TEXT = Pattern.compile(
            "(?<price>HEX|-)\\.(?<map>HEX|-)\\.(?<imbalance>HEX|-)\\.(?:(?<time>[0-9]{1,15})-(?<mark>HEX)|-)"
                    .replace("HEX", HEX));

    Position {
        drawn = Map.copyOf(drawn);
    }

    /// The position of that text; empty if it is none.
    static Optional<Position> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Position position = START;
        for (EventKind kind : DRAWN) {
            String digest = parts.group(Choice.nameOf(kind));
            position = digest.equals(NONE) ? position : position.after(kind, digest);
        }
        String time = parts.group("time");
        return Optional.of(
                time == null ? position : position.after(new Mark(Long.parseLong(time), parts.group("mark"))));
    }

    /// What such a text looks like, as a regular expression.
    static String form() {
        return TEXT.pattern();
    }

    Position after(EventKind kind, String digest) {
        Map<EventKind, String> known = new EnumMap<>(EventKind.class);
        known.putAll(drawn);
        known.put(kind, digest);
        return new Position(known, mark);
    }

    Position after(@Nullable Mark liquidation) {
        return new Position(drawn, liquidation);
    }

    boolean knows(EventKind kind, String digest) {
        return digest.equals(drawn.get(kind));
    }

    @Override
    public String toString() {
        return DRAWN.stream().map(kind -> drawn.getOrDefault(kind, NONE)).collect(Collectors.joining(".")) + "."
                + (mark == null ? NONE : mark);
    }
}
