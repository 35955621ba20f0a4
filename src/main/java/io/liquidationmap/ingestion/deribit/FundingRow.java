package io.liquidationmap.ingestion.deribit;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The interest of one hour. It is paid all the time; an hour's is taken as paid at its end.
///
/// @param timestamp end of the hour, epoch milliseconds
/// @param rate paid by longs to shorts, as a fraction of notional
record FundingRow(
        long timestamp, @JsonProperty("interest_1h") double rate) {}
