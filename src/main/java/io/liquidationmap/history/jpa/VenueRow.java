package io.liquidationmap.history.jpa;

import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Venue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "venue")
class VenueRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    private String name;
    private boolean simulated;

    protected VenueRow() {}

    void simulated(boolean isSimulated) {
        simulated = isSimulated;
    }

    Venue venue() {
        return new Venue(name);
    }

    KnownVenue toKnownVenue() {
        return new KnownVenue(venue(), simulated);
    }
}
