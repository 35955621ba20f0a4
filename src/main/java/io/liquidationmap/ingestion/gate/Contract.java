package io.liquidationmap.ingestion.gate;

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
    static Optional<Contract> of(ContractRow row, String settle) {
        int underscore = row.name().indexOf('_');
        if (underscore <= 0) {
            return Optional.empty();
        }
        String base = row.name().substring(0, underscore);
        String quote = row.name().substring(underscore + 1);
        InstrumentId id = new InstrumentId(GateSource.VENUE, row.name());
        double fee = row.takerFeeRate() == null ? 0 : row.takerFeeRate();
        Instant listed =
                row.launchTime() == null || row.launchTime() <= 0 ? null : Instant.ofEpochSecond(row.launchTime());
        Double multiplier = row.quantoMultiplier();
        if (settle.equals(USDT) && quote.equals("USDT") && "direct".equals(row.type())) {
            return multiplier == null || multiplier <= 0
                    ? Optional.empty()
                    : Optional.of(new Contract(
                            new Instrument(id, base, quote, ContractType.LINEAR), settle, multiplier, fee, listed));
        }
        if (settle.equals(BTC) && row.name().equals("BTC_USD") && "inverse".equals(row.type())) {
            return Optional.of(
                    new Contract(new Instrument(id, base, quote, ContractType.INVERSE), settle, 1, fee, listed));
        }
        return Optional.empty();
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
