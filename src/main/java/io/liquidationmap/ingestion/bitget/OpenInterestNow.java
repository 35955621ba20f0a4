package io.liquidationmap.ingestion.bitget;

import java.util.List;

/// Open interest at this moment.
///
/// @param ts epoch milliseconds
record OpenInterestNow(List<Size> openInterestList, long ts) {

    /// That of one contract.
    ///
    /// @param size coins
    record Size(String symbol, double size) {}
}
