package io.liquidationmap.ingestion.dydx;

import io.liquidationmap.ingestion.http.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Payments of funding, newest first.
record HistoricalFunding(@Nullable List<FundingRow> historicalFunding) implements Envelope {

    @Override
    public Optional<Fault> fault() {
        return historicalFunding == null ? Optional.of(new Fault("no funding", false)) : Optional.empty();
    }

    List<FundingRow> rows() {
        return historicalFunding == null ? List.of() : historicalFunding;
    }

    /// One payment.
    ///
    /// @param effectiveAt when it was made, at the first block of an hour
    /// @param rate paid by longs to shorts, as a fraction of notional
    record FundingRow(Instant effectiveAt, double rate) {}
}
