package io.liquidationmap.ingestion.bitmex;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a listing says, as far as this service can value it.
final class BitmexListing {

    private static final Logger log = LoggerFactory.getLogger(BitmexListing.class);

    private BitmexListing() {}

    /// The contracts that trade.
    static List<BitmexContract> contracts(List<InstrumentRow> rows) {
        List<BitmexContract> contracts = new ArrayList<>();
        for (InstrumentRow row : rows) {
            try {
                BitmexContract.of(row).ifPresent(contracts::add);
            } catch (IllegalArgumentException e) {
                log.debug("{} is left out: {}", row.symbol(), e.getMessage());
            }
        }
        return contracts;
    }
}
