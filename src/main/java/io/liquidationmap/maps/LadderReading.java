package io.liquidationmap.maps;

/// A map and the margin rules of its largest contract, fixed at the moment they were asked for. Safe for use by several
/// threads.
public interface LadderReading {

    /// The map whose levels are used.
    MarketSnapshot snapshot();

    /// What is answered, and from what: that of the map, but named by the margin tiers as well.
    Market market();

    /// The ladder.
    LadderView view(LadderQuery query);
}
