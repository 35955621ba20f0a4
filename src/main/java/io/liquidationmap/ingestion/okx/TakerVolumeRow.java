package io.liquidationmap.ingestion.okx;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/// What takers traded in one period as an array of three: first what they sold.
///
/// @param ts when the period begins, epoch milliseconds
/// @param sold coins
/// @param bought coins
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"ts", "sold", "bought"})
record TakerVolumeRow(long ts, double sold, double bought) {}
