package io.liquidationmap.ingestion;

import io.liquidationmap.market.Denomination;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which coins are ingested.
sealed interface AssetRule {

    /// The rule as it is configured: coins by name, or `top:50` alone.
    ///
    /// @throws IllegalArgumentException if it is neither
    static AssetRule of(List<String> configured) {
        if (configured.size() == 1) {
            Matcher top = Largest.WRITTEN.matcher(configured.getFirst().strip());
            if (top.matches()) {
                return new Largest(Integer.parseInt(top.group(1)));
            }
        }
        if (configured.isEmpty() || configured.stream().anyMatch(asset -> asset.isBlank() || asset.contains(":"))) {
            throw new IllegalArgumentException(
                    "liquidationmap.ingestion.assets is a list of coins, or top:1 to top:1000, not " + configured);
        }
        return new Named(configured.stream()
                .map(asset -> Denomination.of(asset.strip()).coin())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// These.
    record Named(Set<String> assets) implements AssetRule {}

    /// Those of which most is open over all venues. Who is among them stays until it is clearly not: otherwise two that
    /// change places every hour would both have holes.
    record Largest(int count) implements AssetRule {

        private static final Pattern WRITTEN = Pattern.compile("top:([1-9][0-9]{0,2}|1000)");

        /// A fifth more may stay than may come in.
        private static final double STAYING = 1.2;

        /// Who is among them now.
        ///
        /// @param ranking all, largest first
        /// @param before who was
        Set<String> members(List<String> ranking, Set<String> before) {
            Set<String> members = new TreeSet<>(ranking.subList(0, Math.min(count, ranking.size())));
            int stayUntil = (int) Math.ceil(count * STAYING);
            ranking.stream().limit(stayUntil).filter(before::contains).forEach(members::add);
            return members;
        }
    }
}
