package io.liquidationmap.history.jpa;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "instrument")
class InstrumentRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private VenueRow venue;

    private String symbol;
    private String base;
    private String quote;

    @Enumerated(EnumType.STRING)
    private ContractType contract;

    protected InstrumentRow() {}

    /// What a port throws when it is given an instrument that was never registered.
    static IllegalStateException missing(InstrumentId id) {
        return new IllegalStateException("instrument " + id + " is not registered");
    }

    int id() {
        return Objects.requireNonNull(id, "only stored rows are used");
    }

    InstrumentId instrumentId() {
        return new InstrumentId(venue.venue(), symbol);
    }

    Instrument toInstrument() {
        return new Instrument(instrumentId(), base, quote, contract);
    }
}
