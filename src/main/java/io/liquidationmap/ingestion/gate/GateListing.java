package io.liquidationmap.ingestion.gate;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the venue lists, as far as this service can value it.
final class GateListing {

    private static final Logger log = LoggerFactory.getLogger(GateListing.class);

    private final GateApi api;

    GateListing(GateApi api) {
        this.api = api;
    }

    /// The contracts that trade, filed under a currency of settlement in lower case.
    List<Contract> contracts(String settle) {
        List<Contract> contracts = new ArrayList<>();
        for (ContractRow row : api.contracts(settle)) {
            if (!row.trades()) {
                continue;
            }
            try {
                Contract.of(row, settle).ifPresent(contracts::add);
            } catch (IllegalArgumentException e) {
                log.debug("{} is left out: {}", row, e.getMessage());
            }
        }
        return contracts;
    }
}
