package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.representation.Rendition;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.PriceWindow;
import java.time.Clock;

/// Asks for the imbalance.
record ImbalanceRequest(MarketQuery market, PriceWindow window, Rendition rendition) implements MarketRequest {

    static ImbalanceRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        return new ImbalanceRequest(market, WindowParameters.read(query), ImbalanceAnswer.TABLES.read(query));
    }
}
