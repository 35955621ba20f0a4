package io.liquidationmap.maps;

import io.liquidationmap.engine.MapChanges;

/// What became of levels between two moments, in US dollars at the price of the second.
///
/// @param priceBefore the price at the first moment, over several instruments weighted by open interest
/// @param changes by bucket and side; sources are venue names
public record ChangesView(double priceBefore, MapChanges changes) {}
