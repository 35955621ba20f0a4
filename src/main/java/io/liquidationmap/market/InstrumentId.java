package io.liquidationmap.market;

import java.util.Comparator;
import java.util.regex.Pattern;

/// What identifies one contract: the venue and the symbol as the venue itself spells it (`BTCUSDT`,
/// `BTC-USDT-SWAP`).
///
/// @param venue the exchange
/// @param symbol 1 to 64 characters: letters of any case, digits, `.`, `_`, `/`, `:` or `-`
public record InstrumentId(Venue venue, String symbol) implements Comparable<InstrumentId> {

    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._/:-]{0,63}");

    private static final Comparator<InstrumentId> ORDER =
            Comparator.comparing(InstrumentId::venue).thenComparing(InstrumentId::symbol);

    public InstrumentId {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("a symbol must be 1 to 64 letters, digits, '.', '_', '/', ':' or '-'");
        }
    }

    /// The id of `symbol` at the venue of that name.
    public static InstrumentId of(String venue, String symbol) {
        return new InstrumentId(new Venue(venue), symbol);
    }

    @Override
    public int compareTo(InstrumentId other) {
        return ORDER.compare(this, other);
    }

    /// `venue:symbol`, for logs and task names.
    @Override
    public String toString() {
        return venue + ":" + symbol;
    }
}
