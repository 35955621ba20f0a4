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
/// client there. Made of the told bytes and of the numbers under which liquidations are stored, it means the same to every
/// instance of the service and after a restart. Immutable.
///
/// @param drawn digest of the price, the map and the imbalance told last; without those never told
/// @param number up to which liquidations were told; null if they never were
record Position(Map<EventKind, String> drawn, @Nullable Long number) {

    /// What a client knows that was told nothing.
    static final Position START = new Position(Map.of(), null);

    /// What a client knows whose id cannot be read: it may have been told anything, by another service or an earlier
    /// release. No liquidation has that number.
    static final Position ELSEWHERE = START.after(Long.MAX_VALUE);

    /// What there is one of at a time, in the order in which it is told.
    static final List<EventKind> DRAWN = List.of(EventKind.PRICE, EventKind.MAP, EventKind.IMBALANCE);

    private static final String NONE = "-";
    private static final String HEX = "[0-9a-f]{" + Digest.LENGTH + "}";
    private static final Pattern TEXT = Pattern.compile(
            "(?<price>HEX|-)\\.(?<map>HEX|-)\\.(?<imbalance>HEX|-)\\.(?<number>[0-9]{1,18}|-)".replace("HEX", HEX));

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
        String number = parts.group("number");
        return Optional.of(number.equals(NONE) ? position : position.after(Long.parseLong(number)));
    }

    /// What such a text looks like, as a regular expression.
    static String form() {
        return TEXT.pattern();
    }

    Position after(EventKind kind, String digest) {
        Map<EventKind, String> known = new EnumMap<>(EventKind.class);
        known.putAll(drawn);
        known.put(kind, digest);
        return new Position(known, number);
    }

    Position after(@Nullable Long liquidation) {
        return new Position(drawn, liquidation);
    }

    boolean knows(EventKind kind, String digest) {
        return digest.equals(drawn.get(kind));
    }

    @Override
    public String toString() {
        return DRAWN.stream().map(kind -> drawn.getOrDefault(kind, NONE)).collect(Collectors.joining(".")) + "."
                + (number == null ? NONE : number);
    }
}
