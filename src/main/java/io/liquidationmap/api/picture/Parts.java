package io.liquidationmap.api.picture;

import io.liquidationmap.engine.Share;
import io.liquidationmap.maps.MapQuery.Grouping;
import java.awt.Color;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What bars are made of: leverages, lowest first, or venues by name.
final class Parts {

    /// From little leverage to much: the colours grow warmer.
    private static final List<Color> LEVERAGES =
            colours(0x3B4CC0, 0x4F69D9, 0x6788EE, 0x2A9DA8, 0x35B779, 0x8FD744, 0xE8C547, 0xF59B42, 0xE8602C, 0xC2213B);

    /// Easy to tell apart; for more venues than these they begin again.
    private static final List<Color> VENUES = colours(
            0x4E79A7, 0xF28E2B, 0x76B7B2, 0xE15759, 0x59A14F, 0xEDC948, 0xB07AA1, 0xFF9DA7, 0x9C755F, 0x86BCB6,
            0xD37295);

    /// Of positions that no leverage can be told of.
    private static final Color CROSS = new Color(0x8B949E);

    private static final Comparator<String> LOWEST_FIRST =
            Comparator.comparingDouble(Parts::leverage).thenComparing(Comparator.naturalOrder());

    private Parts() {}

    static List<String> of(Collection<List<Share>> shares, Grouping grouping) {
        Comparator<String> order = grouping == Grouping.LEVERAGE ? LOWEST_FIRST : Comparator.naturalOrder();
        return shares.stream()
                .flatMap(List::stream)
                .map(Share::name)
                .distinct()
                .sorted(order)
                .toList();
    }

    static String label(String part, Grouping grouping) {
        return grouping == Grouping.LEVERAGE && isNumber(part) ? part + "×" : part;
    }

    /// The colour of one of the parts.
    ///
    /// @param index its place among them
    /// @param count how many there are
    static Color colour(String part, int index, int count, Grouping grouping) {
        if (grouping == Grouping.VENUE) {
            return VENUES.get(index % VENUES.size());
        }
        if (!isNumber(part)) {
            return CROSS;
        }
        int last = LEVERAGES.size() - 1;
        return LEVERAGES.get(count < 2 ? 0 : Math.min(last, index * last / (count - 1)));
    }

    private static double leverage(String part) {
        return isNumber(part) ? Double.parseDouble(part) : Double.POSITIVE_INFINITY;
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && Character.isDigit(part.charAt(0));
    }

    private static List<Color> colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
