package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A contract this service can value, and what one of it is.
///
/// @param settle currency of settlement in lower case, by which the venue files it
/// @param size coins per contract if it is linear, US dollars if it is inverse
/// @param takerFeeRate as a fraction of notional
/// @param listed when it was, if that is known
record Contract(
        Instrument instrument,
        String settle,
        double size,
        double takerFeeRate,
        @Nullable Instant listed) {

    static final String USDT = "usdt";
    static final String BTC = "btc";

    /// Makes sense of a row of the listing filed under `settle`; empty for a contract that is neither linear in its quote
    /// currency nor inverse, such as a quanto that settles in bitcoin what ether did in dollars.
    ///
    /// @throws IllegalArgumentException if it has no proper name or size
    static Optional<Contract> of(ContractRow row, String settle) {
        if (settle.equals(USDT) && "direct".equals(row.type())) {
            return linear(row);
        }
        if (settle.equals(BTC) && row.name().equals("BTC_USD") && "inverse".equals(row.type())) {
            return Optional.of(of(row, "BTC", "USD", ContractType.INVERSE, 1));
        }
        return Optional.empty();
    }

    private static Optional<Contract> linear(ContractRow row) {
        int underscore = row.name().indexOf('_');
        if (underscore <= 0) {
            throw new IllegalArgumentException("its name is not that of a coin and a currency");
        }
        if (!row.name().endsWith("_USDT")) {
            return Optional.empty();
        }
        double size = RefusedRows.required(row.quantoMultiplier(), "a multiplier");
        if (!(size > 0) || Double.isInfinite(size)) {
            throw new IllegalArgumentException("a contract is worth " + size);
        }
        return Optional.of(of(row, row.name().substring(0, underscore), "USDT", ContractType.LINEAR, size));
    }

    private static Contract of(ContractRow row, String base, String quote, ContractType type, double size) {
        Instrument instrument = new Instrument(new InstrumentId(GateSource.VENUE, row.name()), base, quote, type);
        double fee = row.takerFeeRate() == null ? 0 : row.takerFeeRate();
        Instant listed =
                row.launchTime() == null || row.launchTime() <= 0 ? null : Instant.ofEpochSecond(row.launchTime());
        return new Contract(instrument, settle(instrument), size, fee, listed);
    }

    /// Where the venue files an instrument.
    static String settle(Instrument instrument) {
        return instrument.contract() == ContractType.INVERSE ? BTC : USDT;
    }

    boolean isInverse() {
        return instrument.contract() == ContractType.INVERSE;
    }

    /// The coins of so many contracts, which for an inverse one depend on the price.
    double coins(double contracts, double price) {
        return isInverse() ? contracts * size / price : contracts * size;
    }

    /// The US dollars of so many contracts, which for a linear one depend on the price.
    double usd(double contracts, double price) {
        return isInverse() ? contracts * size : contracts * size * price;
    }
}
