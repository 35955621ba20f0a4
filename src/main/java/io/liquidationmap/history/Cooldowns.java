package io.liquidationmap.history;

import java.time.Instant;
import java.util.Optional;

/// Until when hosts want to be left alone that have turned requests away. Outlives a restart: who goes on asking during a
/// ban is banned for longer.
public interface Cooldowns {

    /// Until when a host wants to be left alone, which may be over; empty if it never did.
    ///
    /// @param host its name, with the port if it is not the usual one
    Optional<Instant> until(String host);

    /// A host wants to be left alone; nothing changes if it already does for longer.
    ///
    /// @param host its name, with the port if it is not the usual one
    void extend(String host, Instant until);
}
