package io.liquidationmap.ingestion.gate;

import io.liquidationmap.ingestion.RefusedRows;
import java.util.List;
import java.util.Optional;

/// What the venue lists, as far as this service can value it.
final class GateListing {

    private final GateApi api;
    private final RefusedRows refused;

    GateListing(GateApi api, RefusedRows refused) {
        this.api = api;
        this.refused = refused;
    }

    /// The contracts that trade, filed under a currency of settlement in lower case.
    List<Contract> contracts(String settle) {
        List<ContractRow> rows = api.contracts(settle);
        return refused.listing(
                GateSource.VENUE,
                rows,
                ContractRow::name,
                row -> row.trades() ? Contract.of(row, settle) : Optional.empty());
    }
}
