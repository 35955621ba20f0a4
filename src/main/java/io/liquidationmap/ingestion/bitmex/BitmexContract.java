package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.util.Optional;
import java.util.Set;

/// A contract this service can value, and what one of it is.
///
/// @param size coins per contract if it is linear, US dollars if it is inverse
/// @param settlementUnits how many units of settlement make one of the currency it settles in
record BitmexContract(Instrument instrument, double size, double settlementUnits) {

    private static final String PERPETUAL = "FFWCSX";
    private static final Set<String> DOLLARS = Set.of("USDT", "USDC");

    /// Makes sense of a row; empty if it is no perpetual that trades, or a quanto, which settles in bitcoin what another
    /// coin did in dollars.
    ///
    /// @throws IllegalArgumentException if it has an impossible name
    static Optional<BitmexContract> of(InstrumentRow row) {
        boolean trades = PERPETUAL.equals(row.typ()) && "Open".equals(row.state());
        if (!trades || Boolean.TRUE.equals(row.isQuanto()) || row.underlying() == null || row.multiplier() == null) {
            return Optional.empty();
        }
        return Boolean.TRUE.equals(row.isInverse()) ? inverse(row, row.multiplier()) : linear(row, row.multiplier());
    }

    private static Optional<BitmexContract> inverse(InstrumentRow row, double multiplier) {
        Double units = row.underlyingToSettleMultiplier();
        if (!"USD".equals(row.quoteCurrency()) || units == null || !(units < 0) || !(multiplier < 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new BitmexContract(instrument(row, "USD", ContractType.INVERSE), multiplier / units, -units));
    }

    private static Optional<BitmexContract> linear(InstrumentRow row, double multiplier) {
        String quote = row.quoteCurrency();
        Double units = row.quoteToSettleMultiplier();
        if (quote == null || !DOLLARS.contains(quote) || !quote.equalsIgnoreCase(row.settlCurrency())) {
            return Optional.empty();
        }
        if (units == null || !(units > 0) || !(multiplier > 0)) {
            return Optional.empty();
        }
        return Optional.of(new BitmexContract(instrument(row, quote, ContractType.LINEAR), multiplier / units, units));
    }

    private static Instrument instrument(InstrumentRow row, String quote, ContractType type) {
        String base = "XBT".equals(row.underlying()) ? "BTC" : String.valueOf(row.underlying());
        return new Instrument(new InstrumentId(BitmexSource.VENUE, row.symbol()), base, quote, type);
    }

    /// The coins of so many contracts, which for an inverse one depend on the price.
    double coins(double contracts, double price) {
        return switch (instrument.contract()) {
            case LINEAR -> contracts * size;
            case INVERSE -> contracts * size / price;
        };
    }
}
