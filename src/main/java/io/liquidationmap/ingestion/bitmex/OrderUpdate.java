package io.liquidationmap.ingestion.bitmex;

import org.jspecify.annotations.Nullable;

/// What has changed of a liquidation order.
///
/// @param price the new one; null if it is as before
/// @param leavesQty contracts that are still to be closed; null if as before
record OrderUpdate(
        String orderID, @Nullable Double price, @Nullable Double leavesQty) {}
