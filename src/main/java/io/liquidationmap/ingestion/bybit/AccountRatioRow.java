package io.liquidationmap.ingestion.bybit;

import io.liquidationmap.ingestion.archive.PositioningSample;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which part of the holders is long, and which short, at one moment.
///
/// @param buyRatio net long, of 1
/// @param sellRatio net short, of 1
/// @param timestamp when it was so, epoch milliseconds
record AccountRatioRow(@Nullable Double buyRatio, @Nullable Double sellRatio, long timestamp) {

    PositioningSample sample() {
        return new PositioningSample(Instant.ofEpochMilli(timestamp), null, ratio(), null, null);
    }

    private @Nullable Double ratio() {
        return buyRatio == null || sellRatio == null || sellRatio == 0 ? null : Double.valueOf(buyRatio / sellRatio);
    }
}
