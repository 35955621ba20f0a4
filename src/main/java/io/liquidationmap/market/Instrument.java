package io.liquidationmap.market;

import java.util.Locale;
import java.util.regex.Pattern;

/// One perpetual contract at one venue.
///
/// @param id venue and symbol
/// @param base the coin (`BTC`), upper case; instruments of one base add up on one price axis
/// @param quote the currency of its price (`USDT`, `USDC`, `USD`), upper case; all count as one US dollar
/// @param contract linear (size in coins) or inverse (size in US dollars)
public record Instrument(InstrumentId id, String base, String quote, ContractType contract)
        implements Comparable<Instrument> {

    private static final Pattern ASSET = Pattern.compile("[\\p{Lu}\\p{Lo}0-9]{1,24}");

    public Instrument {
        requireAsset(base, "base");
        requireAsset(quote, "quote");
    }

    /// The venue at which it trades.
    public Venue venue() {
        return id.venue();
    }

    /// The venue's own spelling.
    public String symbol() {
        return id.symbol();
    }

    @Override
    public int compareTo(Instrument other) {
        return id.compareTo(other.id);
    }

    private static void requireAsset(String asset, String name) {
        if (!ASSET.matcher(asset).matches()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be 1 to 24 upper-case letters or digits", name));
        }
    }
}
