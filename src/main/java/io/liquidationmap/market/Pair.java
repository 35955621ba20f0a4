package io.liquidationmap.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A coin and the currency it is priced in.
///
/// @param base upper case
/// @param quote upper case
public record Pair(String base, String quote) {

    /// Longest first: every symbol that ends in USDT or USDC is theirs.
    private static final List<String> QUOTES = List.of("USDT", "USDC", "USD");

    private static final Set<String> PERPETUAL = Set.of("PERP", "PERPETUAL", "SWAP", "P");

    /// The pair a perpetual's symbol spells: `BTCUSDT`, `BTC-USDT-SWAP`, `BTCUSD_PERP`, `BTC/USDT:USDT`, `XBTUSD`.
    /// Empty where the symbol does not end in USDT, USDC or USD, or says more than that.
    public static Optional<Pair> ofSymbol(String symbol) {
        List<String> parts =
                new ArrayList<>(List.of(symbol.toUpperCase(Locale.ROOT).split("[-_/:.]+")));
        if (PERPETUAL.contains(parts.getLast())) {
            parts.removeLast();
        }
        return switch (parts.size()) {
            case 1 -> joined(parts.getFirst());
            case 2 -> separate(parts.get(0), parts.get(1));
            // The third is the currency of settlement.
            case 3 ->
                parts.subList(0, 2).contains(parts.get(2)) ? separate(parts.get(0), parts.get(1)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Pair> joined(String symbol) {
        String pair = symbol.endsWith("PERP") ? symbol.substring(0, symbol.length() - "PERP".length()) : symbol;
        return QUOTES.stream()
                .filter(pair::endsWith)
                .findFirst()
                .flatMap(quote -> separate(pair.substring(0, pair.length() - quote.length()), quote));
    }

    private static Optional<Pair> separate(String base, String quote) {
        if (base.isEmpty() || !QUOTES.contains(quote)) {
            return Optional.empty();
        }
        return Optional.of(new Pair(base.equals("XBT") ? "BTC" : base, quote));
    }
}
