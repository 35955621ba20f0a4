package io.liquidationmap.maps;

import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.market.Venue;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which liquidation formula each venue uses.
///
/// @param venues by venue name: `liquidationmap.venues.<name>.formula`
@ConfigurationProperties("liquidationmap")
record VenueFormulas(@DefaultValue Map<String, VenueSettings> venues) {

    private static final LiquidationFormula DEFAULT = LiquidationFormula.MAINTENANCE_ON_VALUE;

    VenueFormulas {
        venues = Map.copyOf(venues);
    }

    /// The formula of a venue. One that is not configured gets the maintenance margin on the value at liquidation, which
    /// most venues use, whatever they call it.
    LiquidationFormula of(Venue venue) {
        VenueSettings settings = venues.get(venue.name());
        return settings == null ? DEFAULT : settings.formula();
    }

    /// What a formula is called in answers and in the configuration.
    static String nameOf(LiquidationFormula formula) {
        return formula.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is configured of a venue here.
    ///
    /// @param formula its rule for the maintenance margin
    record VenueSettings(
            @DefaultValue("maintenance-on-value") LiquidationFormula formula) {}
}
