package io.liquidationmap.history.jpa;

import io.liquidationmap.market.Interval;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Duration;

@Embeddable
record SeriesId(int instrumentId, int intervalSeconds) implements Serializable {

    static SeriesId of(InstrumentRow instrument, Interval interval) {
        return new SeriesId(instrument.id(), interval.seconds());
    }

    Interval interval() {
        return new Interval(Duration.ofSeconds(intervalSeconds));
    }
}
