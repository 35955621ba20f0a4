package io.liquidationmap.maps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question for known positions.
///
/// @param symbol a base asset (`BTC`) or a venue's own symbol, in any case
/// @param asOf the instant the answer is for, as it could have been given then; null for the last closed bar
/// @param window the prices shown
/// @param buckets number of equal-width buckets over the window, 10 to 2000
public record ExactQuery(String symbol, @Nullable Instant asOf, PriceWindow window, int buckets) {}
