package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A contract this service can value, and what one of it is.
///
/// @param size coins per contract if it is linear, US dollars if it is inverse
/// @param settlementUnits how many units of settlement make one of the currency it settles in
/// @param listed when it was; null if the venue does not say
record BitmexContract(
        Instrument instrument,
        double size,
        double settlementUnits,
        @Nullable Instant listed) {

    private static final String PERPETUAL = "FFWCSX";
    private static final Set<String> DOLLARS = Set.of("USDT", "USDC");

    /// Makes sense of a row; empty if it is no perpetual that trades, or a quanto, which settles in bitcoin what another
    /// coin did in dollars.
    ///
    /// @throws IllegalArgumentException if it has no proper name or size
    static Optional<BitmexContract> of(InstrumentRow row) {
        boolean trades = PERPETUAL.equals(row.typ()) && "Open".equals(row.state());
        if (!trades || Boolean.TRUE.equals(row.isQuanto())) {
            return Optional.empty();
        }
        String quote = RefusedRows.required(row.quoteCurrency(), "a quote currency");
        return Boolean.TRUE.equals(row.isInverse()) ? inverse(row, quote) : linear(row, quote);
    }

    private static Optional<BitmexContract> inverse(InstrumentRow row, String quote) {
        return quote.equals("USD")
                ? Optional.of(of(row, quote, ContractType.INVERSE, row.underlyingToSettleMultiplier(), -1))
                : Optional.empty();
    }

    private static Optional<BitmexContract> linear(InstrumentRow row, String quote) {
        return DOLLARS.contains(quote) && quote.equalsIgnoreCase(row.settlCurrency())
                ? Optional.of(of(row, quote, ContractType.LINEAR, row.quoteToSettleMultiplier(), 1))
                : Optional.empty();
    }

    /// @param sign of what counts settlement
    private static BitmexContract of(
            InstrumentRow row, String quote, ContractType type, @Nullable Double toSettlement, int sign) {
        String underlying = RefusedRows.required(row.underlying(), "a coin");
        String base = underlying.equals("XBT") ? "BTC" : underlying;
        Instrument instrument = new Instrument(new InstrumentId(BitmexSource.VENUE, row.symbol()), base, quote, type);
        double units = sign * RefusedRows.required(toSettlement, "a unit of settlement");
        double size = sign * RefusedRows.required(row.multiplier(), "a multiplier") / units;
        if (!(units > 0) || Double.isInfinite(units) || !(size > 0) || Double.isInfinite(size)) {
            throw new IllegalArgumentException("a contract is worth " + size + " at " + units + " units of settlement");
        }
        return new BitmexContract(instrument, size, units, row.listing());
    }

    /// The coins of so many contracts, which for an inverse one depend on the price.
    double coins(double contracts, double price) {
        return switch (instrument.contract()) {
            case LINEAR -> contracts * size;
            case INVERSE -> contracts * size / price;
        };
    }
}
