package io.liquidationmap.api.stream;

import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.maps.RecentLiquidations.Published;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import java.nio.charset.StandardCharsets;

/// A liquidation, written once for all who follow its instrument. Immutable.
final class Heard {

    private final InstrumentId instrument;
    private final Mark mark;
    private final byte[] data;

    private Heard(InstrumentId instrument, Mark mark, byte[] data) {
        this.instrument = instrument;
        this.mark = mark;
        this.data = data;
    }

    static Heard of(Published published, JsonWriter json) {
        Liquidation liquidation = published.liquidation();
        String name = liquidation.instrument() + " " + liquidation.identity();
        return new Heard(
                liquidation.instrument(),
                new Mark(liquidation.time().toEpochMilli(), Digest.of(name.getBytes(StandardCharsets.UTF_8))),
                json.write(LiquidationEvent.of(published)));
    }

    InstrumentId instrument() {
        return instrument;
    }

    /// Its place among all.
    Mark mark() {
        return mark;
    }

    /// The event's data.
    byte[] data() {
        return data;
    }
}
