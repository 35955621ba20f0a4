package io.liquidationmap.maps;

import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Describes what an answer is about and what it is made from.
final class MarketAssembly {

    private static final int HASH_DIGITS = 32;

    private MarketAssembly() {}

    /// @param due the moment up to which bars count
    static Market of(
            MarketQuery query, String symbol, boolean simulated, List<Contribution> contributions, Instant due) {
        Instant lastEnd = contributions.stream()
                .map(Contribution::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Venue> venues = contributions.stream()
                .map(contribution -> contribution.instrument().venue())
                .distinct()
                .sorted()
                .toList();
        List<Coverage> coverage = contributions.stream()
                .map(contribution -> contribution.coverage(query.range(), due))
                .toList();
        String model = query.model().name().toLowerCase(Locale.ROOT);
        String version = contributions.stream()
                .map(contribution -> contribution.model().parameters().version())
                .distinct()
                .sorted()
                .collect(Collectors.joining("+", model + " ", ""));
        return new Market(
                symbol,
                venues,
                query.range(),
                query.model(),
                query.asOf() == null ? lastEnd : query.asOf(),
                simulated,
                coverage,
                version,
                hash(contributions),
                lastEnd);
    }

    private static String hash(List<Contribution> contributions) {
        return hash(contributions.stream().map(Contribution::input).collect(Collectors.joining("\n")));
    }

    /// A short name of an input.
    static String hash(String input) {
        return Sha256.of(input).substring(0, HASH_DIGITS);
    }
}
