package io.liquidationmap.ingestion.kraken;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liquidationmap.ingestion.http.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is listed.
///
/// @param result `success` or `error`
record Instruments(
        @Nullable String result,
        @Nullable String error,
        @JsonProperty("instruments") @Nullable List<InstrumentRow> listed)
        implements Envelope {

    @Override
    public Optional<Fault> fault() {
        return Tickers.faultOf(result, error);
    }

    List<InstrumentRow> rows() {
        return listed == null ? List.of() : listed;
    }

    /// A contract, an index or a reference rate.
    ///
    /// @param type `flexible_futures` are linear, `futures_inverse` inverse
    /// @param tradeable whether it trades
    /// @param openingDate when it was listed
    /// @param marginLevels margin tiers, smallest first
    record InstrumentRow(
            String symbol,
            @Nullable String type,
            @Nullable Boolean tradeable,
            @Nullable Instant openingDate,
            @Nullable List<MarginLevel> marginLevels) {}

    /// One margin tier.
    ///
    /// @param contracts where it begins, for an inverse contract: US dollars
    /// @param numNonContractUnits where it begins, for a linear one: position value in US dollars
    /// @param initialMargin share needed to open a position
    /// @param maintenanceMargin share that must remain
    record MarginLevel(
            @Nullable Double contracts,
            @Nullable Double numNonContractUnits,
            @Nullable Double initialMargin,
            @Nullable Double maintenanceMargin) {}
}
