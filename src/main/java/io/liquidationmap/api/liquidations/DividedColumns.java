package io.liquidationmap.api.liquidations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The columns of a table that divide an amount: one for each leverage, then one for each venue, in US dollars.
final class DividedColumns {

    private static final Comparator<String> ASCENDING_LEVERAGE =
            Comparator.comparingDouble(DividedColumns::nominal).thenComparing(Comparator.naturalOrder());

    private final Set<String> leverages = new TreeSet<>(ASCENDING_LEVERAGE);
    private final Set<String> venues = new TreeSet<>();

    /// Has room for these parts.
    void include(List<LeverageUsd> byLeverage, List<VenueUsd> byVenue) {
        byLeverage.forEach(part -> leverages.add(part.leverage()));
        byVenue.forEach(part -> venues.add(part.venue()));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        leverages.forEach(leverage -> names.add("leverage_" + leverage + "_usd"));
        venues.forEach(venue -> names.add("venue_" + venue + "_usd"));
        return names;
    }

    /// The cells under [#names()]; zero where there is no part.
    List<Double> cells(List<LeverageUsd> byLeverage, List<VenueUsd> byVenue) {
        Map<String, Double> ofLeverage =
                byLeverage.stream().collect(Collectors.toMap(LeverageUsd::leverage, LeverageUsd::usd));
        Map<String, Double> ofVenue = byVenue.stream().collect(Collectors.toMap(VenueUsd::venue, VenueUsd::usd));
        List<Double> cells = new ArrayList<>();
        leverages.forEach(leverage -> cells.add(ofLeverage.getOrDefault(leverage, 0.0)));
        venues.forEach(venue -> cells.add(ofVenue.getOrDefault(venue, 0.0)));
        return cells;
    }

    /// What is not a number, such as `cross`, comes last.
    private static double nominal(String leverage) {
        return leverage.matches("[0-9.]+") ? Double.parseDouble(leverage) : Double.POSITIVE_INFINITY;
    }
}
