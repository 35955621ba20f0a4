package io.liquidationmap.maps;

/// An imbalance and its context, fixed at the moment it was asked for. Safe for use by several threads.
public interface ImbalanceReading {

    /// The map it is read from.
    MarketSnapshot snapshot();

    /// What is answered, and from what: that of the map, but named by the input of its history as well.
    Market market();

    /// The imbalance.
    ///
    /// @param window the prices between whose ends the map's ends are meant
    ImbalanceView view(PriceWindow window);
}
