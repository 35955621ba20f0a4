package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.query.Query;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.PriceWindow;

/// Asks for a map that is kept up to date.
///
/// @param market which market, over which range; always as of now
/// @param window the prices shown
/// @param buckets number of equal-width buckets over the window
public record LiveQuestion(MarketQuery market, PriceWindow window, int buckets) {

    /// Reads the parameters such a question has.
    public static LiveQuestion read(Query query) {
        MarketQuery market = MarketParameters.live(query);
        return new LiveQuestion(market, WindowParameters.read(query), query.get(MapRequest.BUCKETS));
    }
}
