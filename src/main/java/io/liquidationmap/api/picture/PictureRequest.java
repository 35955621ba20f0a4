package io.liquidationmap.api.picture;

import io.liquidationmap.api.liquidations.MarketParameters;
import io.liquidationmap.api.liquidations.WindowParameters;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.WholeNumber;
import io.liquidationmap.maps.MapQuery;
import io.liquidationmap.maps.MapQuery.Grouping;
import io.liquidationmap.maps.MarketQuery;
import io.liquidationmap.maps.PriceWindow;
import java.time.Clock;
import java.util.Set;

/// Asks for a picture of the map.
///
/// @param stackedBy what bars are made of
/// @param width pixels
/// @param height pixels
record PictureRequest(MarketQuery market, MapQuery map, Grouping stackedBy, Theme theme, int width, int height) {

    /// A bar should be as wide as a pixel.
    static final Parameter<Integer> BUCKETS = Parameter.defaulting(
            "buckets", new WholeNumber(10, 500), "160", "160", "Into how many equal-width buckets the window is cut.");

    static final Parameter<Grouping> GROUP_BY = Parameter.defaulting(
            "groupBy", Choice.of(Grouping.class), "leverage", "venue", "What the bars are stacked by.");

    static final Parameter<Theme> THEME =
            Parameter.defaulting("theme", Choice.of(Theme.class), "light", "dark", "The colours of the picture.");

    static final Parameter<Integer> WIDTH =
            Parameter.defaulting("width", new WholeNumber(400, 2400), "1000", "600", "Width in pixels.");

    static final Parameter<Integer> HEIGHT =
            Parameter.defaulting("height", new WholeNumber(300, 1600), "560", "400", "Height in pixels.");

    static PictureRequest read(Query query, Clock clock) {
        MarketQuery market = MarketParameters.read(query, clock);
        PriceWindow window = WindowParameters.read(query);
        Grouping stackedBy = query.get(GROUP_BY);
        MapQuery map = new MapQuery(window, query.get(BUCKETS), Set.of(stackedBy));
        return new PictureRequest(market, map, stackedBy, query.get(THEME), query.get(WIDTH), query.get(HEIGHT));
    }
}
