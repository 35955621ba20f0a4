package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.RefusedRows;
import java.util.List;

/// What a listing says, as far as this service can value it.
final class BitmexListing {

    private BitmexListing() {}

    /// The contracts that trade.
    static List<BitmexContract> contracts(List<InstrumentRow> rows, RefusedRows refused) {
        return refused.listing(BitmexSource.VENUE, rows, InstrumentRow::symbol, BitmexContract::of);
    }
}
