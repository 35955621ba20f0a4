package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.MarketQuery;

/// Any question about a market. Equal requests of equal markets have equal answers.
interface MarketRequest {

    /// Which market, as of when and over which range.
    MarketQuery market();

    /// How the answer is to be written.
    Rendition rendition();
}
