package io.liquidationmap.ingestion.okx;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/// Open interest of one period as an array of four, of which the first two count here.
///
/// @param ts when the period begins, epoch milliseconds
/// @param oi contracts at its end, counted once
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"ts", "oi"})
record OpenInterestRow(long ts, double oi) {}
