package io.liquidationmap.api.stream;

import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.maps.RecentLiquidations.Published;
import io.liquidationmap.market.InstrumentId;

/// A liquidation, written once for all who follow its instrument. Immutable.
final class Heard {

    private final InstrumentId instrument;
    private final long number;
    private final byte[] data;

    private Heard(InstrumentId instrument, long number, byte[] data) {
        this.instrument = instrument;
        this.number = number;
        this.data = data;
    }

    static Heard of(Published published, JsonWriter json) {
        return new Heard(
                published.liquidation().instrument(), published.number(), json.write(LiquidationEvent.of(published)));
    }

    InstrumentId instrument() {
        return instrument;
    }

    /// Its place among all.
    long number() {
        return number;
    }

    /// The event's data.
    byte[] data() {
        return data;
    }
}
