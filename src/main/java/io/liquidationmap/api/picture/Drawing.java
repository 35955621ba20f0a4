package io.liquidationmap.api.picture;

import io.liquidationmap.maps.MapView;
import io.liquidationmap.maps.Market;
import io.liquidationmap.maps.MarketSnapshot;
import io.liquidationmap.maps.Model;
import io.liquidationmap.market.Venue;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Component;

/// Draws maps. Drawing keeps a processor busy, so only a few are drawn at a time and other requests find one free.
@Component
class Drawing {

    private static final DateTimeFormatter AS_OF =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The picture as bytes.
    @ConcurrencyLimit(2)
    public byte[] draw(MarketSnapshot snapshot, PictureRequest request, PictureFormat format) {
        MapView map = snapshot.map(request.map());
        Market market = snapshot.market();
        String title = title(market);
        JFreeChart chart = new MapChart(request.theme(), request.stackedBy()).of(map, title, subtitle(market));
        return format.write(chart, title, request.width(), request.height());
    }

    private static String title(Market market) {
        return "%s liquidation map · %s · as of %s%s"
                .formatted(
                        market.symbol(),
                        market.range(),
                        AS_OF.format(market.asOf()),
                        market.simulated() ? " · SIMULATED" : "");
    }

    private static String subtitle(Market market) {
        String model =
                market.model() == Model.OPENED ? "opened model: overstates, for comparison" : "modelled estimate";
        String venues = market.venues().stream().map(Venue::name).collect(Collectors.joining(", "));
        return model + " · " + venues;
    }
}
