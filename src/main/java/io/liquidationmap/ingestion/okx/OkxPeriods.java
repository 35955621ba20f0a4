package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.archive.IntervalNames;
import java.util.Map;

/// What the venue calls the lengths of candles and of the periods of statistics. Without `utc`, those of six hours and
/// more begin at midnight in Hong Kong; the shorter ones begin at the same moments in both.
final class OkxPeriods {

    /// Of candles.
    static final IntervalNames CANDLES = new IntervalNames(Map.ofEntries(
            Map.entry("1m", "1m"),
            Map.entry("3m", "3m"),
            Map.entry("5m", "5m"),
            Map.entry("15m", "15m"),
            Map.entry("30m", "30m"),
            Map.entry("1h", "1H"),
            Map.entry("2h", "2H"),
            Map.entry("4h", "4H"),
            Map.entry("6h", "6Hutc"),
            Map.entry("12h", "12Hutc"),
            Map.entry("1d", "1Dutc")));

    /// Of statistics, which begin with five minutes.
    static final IntervalNames STATISTICS = new IntervalNames(Map.of(
            "5m", "5m",
            "15m", "15m",
            "30m", "30m",
            "1h", "1H",
            "2h", "2H",
            "4h", "4H",
            "6h", "6Hutc",
            "12h", "12Hutc",
            "1d", "1Dutc"));

    private OkxPeriods() {}
}
