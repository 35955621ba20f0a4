package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.archive.PositioningSample;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The long/short ratios; the top traders are the five in a hundred with the largest positions.
enum OkxRatio {
    ALL_ACCOUNTS("long-short-account-ratio-contract"),
    TOP_ACCOUNTS("long-short-account-ratio-contract-top-trader"),
    TOP_POSITIONS("long-short-position-ratio-contract-top-trader");

    private final String path;

    OkxRatio(String path) {
        this.path = path;
    }

    /// The last part of the path at which it is asked for.
    String path() {
        return path;
    }

    PositioningSample sample(Instant at, @Nullable Double ratio) {
        return switch (this) {
            case ALL_ACCOUNTS -> new PositioningSample(at, null, ratio, null, null);
            case TOP_ACCOUNTS -> new PositioningSample(at, null, null, ratio, null);
            case TOP_POSITIONS -> new PositioningSample(at, null, null, null, ratio);
        };
    }
}
