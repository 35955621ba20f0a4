package io.liquidationmap.ingestion.bitmex;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Liquidation orders while they are open, each with the most it has been for: an update of one does not repeat what it
/// leaves as it was. What only comes late, on another connection, changes nothing. Thread-safe.
final class OpenOrders {

    /// More than were ever open. Those whose end was missed make room.
    private static final int KEPT = 10_000;

    private final SequencedMap<String, LiquidationRow> largest = new LinkedHashMap<>();

    /// Notes an order that is open.
    synchronized void opened(LiquidationRow order) {
        if (largest.putIfAbsent(order.orderID(), order) == null && largest.size() > KEPT) {
            largest.pollFirstEntry();
        }
    }

    synchronized void closed(String orderID) {
        largest.remove(orderID);
    }

    /// By how much an order has become larger than it ever was.
    ///
    /// @return the order, for the growth alone; empty if it has not grown, and where it is not known what it was
    synchronized Optional<LiquidationRow> grown(OrderUpdate update) {
        LiquidationRow before = largest.get(update.orderID());
        Double leavesQty = update.leavesQty();
        if (before == null || leavesQty == null || leavesQty <= before.leavesQty()) {
            return Optional.empty();
        }
        Double price = update.price();
        LiquidationRow now = before.with(price == null ? before.price() : price, leavesQty);
        largest.put(update.orderID(), now);
        return Optional.of(now.with(now.price(), leavesQty - before.leavesQty()));
    }
}
