package io.liquidationmap.ingestion.bitget;

import org.jspecify.annotations.Nullable;

/// What takers did in one period.
///
/// @param buyVolume what they bought
/// @param sellVolume what they sold, counted alike
/// @param ts label of the period, epoch milliseconds
record TakerVolumeRow(@Nullable Double buyVolume, @Nullable Double sellVolume, long ts) {}
