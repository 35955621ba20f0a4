package io.liquidationmap.accuracy;

/// How wrong the maps are in simulated markets, as last measured.
public interface SimulatedAccuracy {

    /// The scoreboard that was published with this version of the service.
    Scoreboard scoreboard();
}
