package io.liquidationmap.alerts;

/// Knows for whom there are alerts. What belonged to a key that is configured no more rests.
public interface AlertOwners {

    /// Whether there is a key of that name.
    boolean isKnown(String owner);
}
