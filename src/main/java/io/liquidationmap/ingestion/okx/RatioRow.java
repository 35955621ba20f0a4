package io.liquidationmap.ingestion.okx;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/// A long/short ratio of one period as an array of two.
///
/// @param ts when the period begins, epoch milliseconds
/// @param ratio long / short
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"ts", "ratio"})
record RatioRow(long ts, @Nullable Double ratio) {}
