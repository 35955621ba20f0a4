package io.liquidationmap.ingestion.http;

import java.util.Optional;

/// An answer whose status may be 200 whatever happened, and which says by itself whether the request succeeded. A fault
/// in it is a failure like any other: nothing but the venue's client sees it.
public interface Envelope {

    /// What the venue says went wrong; empty if nothing did.
    Optional<Fault> fault();

    /// What went wrong.
    ///
    /// @param reason the venue's code and words, for the operator
    /// @param passing whether the same request may succeed when it is made again at once
    record Fault(String reason, boolean passing) {}
}
