package io.liquidationmap.ingestion.okx;

import org.jspecify.annotations.Nullable;

/// A listed contract.
///
/// @param instFamily what contracts of one pair share: `BTC-USDT`
/// @param ctType `linear` or `inverse`
/// @param ctVal what one contract is worth, in `ctValCcy`, before it is multiplied by `ctMult`
/// @param ctValCcy the coin of a linear contract, `USD` of an inverse one
/// @param settleCcy the quote currency of a linear contract, the coin of an inverse one
/// @param state `live` while it trades
/// @param listTime when it was listed, epoch milliseconds
record InstrumentRow(
        String instId,
        @Nullable String instFamily,
        @Nullable String ctType,
        @Nullable Double ctVal,
        @Nullable Double ctMult,
        @Nullable String ctValCcy,
        @Nullable String settleCcy,
        @Nullable String state,
        @Nullable Long listTime) {}
