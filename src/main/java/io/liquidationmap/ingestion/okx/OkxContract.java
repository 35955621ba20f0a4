package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A swap and what one contract of it is.
///
/// @param family what contracts of one pair share
/// @param size of one contract: coins if linear, US dollars if inverse
/// @param listed since when; null if the venue does not say
record OkxContract(
        Instrument instrument,
        String family,
        double size,
        @Nullable Instant listed) {

    /// What a linear contract may be settled in to count as one in US dollars.
    private static final Set<String> DOLLARS = Set.of("USDT", "USDC");

    /// Reads what is listed.
    ///
    /// @return empty if it does not trade or is not in US dollars
    /// @throws IllegalArgumentException if it has no proper name or size
    static Optional<OkxContract> of(InstrumentRow row) {
        boolean linear =
                "linear".equals(row.ctType()) && (row.settleCcy() == null || DOLLARS.contains(row.settleCcy()));
        boolean inverse = "inverse".equals(row.ctType())
                && (row.ctValCcy() == null || row.ctValCcy().equals("USD"));
        if (!"live".equals(row.state()) || !(linear || inverse)) {
            return Optional.empty();
        }
        InstrumentId id = new InstrumentId(OkxSource.VENUE, row.instId());
        String worth = RefusedRows.required(row.ctValCcy(), "a currency of its worth");
        String settlement = RefusedRows.required(row.settleCcy(), "a currency of settlement");
        return Optional.of(of(
                row,
                linear
                        ? new Instrument(id, worth, settlement, ContractType.LINEAR)
                        : new Instrument(id, settlement, worth, ContractType.INVERSE)));
    }

    private static OkxContract of(InstrumentRow row, Instrument instrument) {
        String family = RefusedRows.required(row.instFamily(), "a family");
        double value = row.ctVal() == null ? Double.NaN : row.ctVal();
        double multiplier = row.ctMult() == null ? 1 : row.ctMult();
        double size = value * multiplier;
        if (!(size > 0) || Double.isInfinite(size)) {
            throw new IllegalArgumentException("a contract is worth " + size);
        }
        return new OkxContract(
                instrument, family, size, row.listTime() == null ? null : Instant.ofEpochMilli(row.listTime()));
    }

    boolean isLinear() {
        return instrument.contract() == ContractType.LINEAR;
    }

    /// The value of a number of contracts in the currency they settle in.
    ///
    /// @param price quote per coin
    double value(double contracts, double price) {
        return isLinear() ? contracts * size * price : contracts * size / price;
    }
}
