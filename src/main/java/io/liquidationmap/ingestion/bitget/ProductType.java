package io.liquidationmap.ingestion.bitget;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import java.util.Optional;

/// The shelves the venue puts its contracts on. A symbol is found on one of them only.
enum ProductType {
    USDT_FUTURES("USDT-FUTURES", "USDT", ContractType.LINEAR),
    USDC_FUTURES("USDC-FUTURES", "USDC", ContractType.LINEAR),
    COIN_FUTURES("COIN-FUTURES", "USD", ContractType.INVERSE);

    /// As the venue spells it.
    final String wireName;

    private final String quote;
    private final ContractType contract;

    ProductType(String wireName, String quote, ContractType contract) {
        this.wireName = wireName;
        this.quote = quote;
        this.contract = contract;
    }

    /// The shelf of an instrument.
    static ProductType of(Instrument instrument) {
        return switch (instrument.contract()) {
            case INVERSE -> COIN_FUTURES;
            case LINEAR -> instrument.quote().equals("USDC") ? USDC_FUTURES : USDT_FUTURES;
        };
    }

    /// Makes sense of a row of this shelf; empty if it is no perpetual that trades.
    ///
    /// @throws IllegalArgumentException if it has an impossible name
    Optional<Instrument> instrument(ContractRow row) {
        boolean trades = "perpetual".equals(row.symbolType()) && "normal".equals(row.symbolStatus());
        if (!trades) {
            return Optional.empty();
        }
        InstrumentId id = new InstrumentId(BitgetSource.VENUE, row.symbol());
        return Optional.of(new Instrument(id, RefusedRows.required(row.baseCoin(), "a base coin"), quote, contract));
    }
}
