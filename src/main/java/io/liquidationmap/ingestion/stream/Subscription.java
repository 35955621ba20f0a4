package io.liquidationmap.ingestion.stream;

import io.liquidationmap.market.InstrumentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something to be asked for on a connection.
///
/// @param id by which the venue's answer names it
/// @param request the message to send; null if connecting is all it takes, and nothing is confirmed
/// @param instruments whose liquidations then arrive
public record Subscription(String id, @Nullable String request, Set<InstrumentId> instruments) {
    public Subscription {
        instruments = Set.copyOf(instruments);
    }
}
