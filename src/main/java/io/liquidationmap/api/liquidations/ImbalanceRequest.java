package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.representation.Format;
import io.liquidationmap.api.representation.FormatParameter;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.PriceWindow;
import java.time.Clock;

/// Asks for the imbalance.
record ImbalanceRequest(MarketQuery market, PriceWindow window, Format format) implements MarketRequest {

    static ImbalanceRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        return new ImbalanceRequest(market, WindowParameters.read(query), FormatParameter.read(query));
    }
}
