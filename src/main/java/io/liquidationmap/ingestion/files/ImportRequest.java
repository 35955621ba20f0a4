package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be imported, and as what.
///
/// @param instrument whose bars the files hold
/// @param interval length of the bars to store
/// @param files as given, in that order
/// @param price which price the candles are of; null where the user did not say
/// @param base the coin; null to take it from what is known, or else from the symbol
/// @param quote the currency of the price; null as for the base
/// @param contract how the contract is margined; null to take it from what is known, or else linear
/// @param liquidations how much of what was liquidated the files show; null where the user did not say
record ImportRequest(
        InstrumentId instrument,
        Interval interval,
        List<Path> files,
        @Nullable PriceKind price,
        @Nullable String base,
        @Nullable String quote,
        @Nullable ContractType contract,
        @Nullable Completeness liquidations) {

    ImportRequest {
        files = List.copyOf(files);
    }
}
