package io.liquidationmap.ingestion.bitmex;

import io.liquidationmap.ingestion.http.PassingFailure;
import java.time.Instant;
import java.util.List;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The requests of the REST interface this service makes. Both ends of a stretch are inclusive.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
@ConcurrencyLimit(32)
interface BitmexApi {

    /// Everything that trades.
    @GetExchange("/instrument/active")
    List<InstrumentRow> instruments();

    /// What was traded in each stretch of time.
    ///
    /// @param binSize length of the stretches
    /// @param partial whether the running one is wanted, too
    /// @param startTime end of the first stretch
    /// @param endTime end of the last stretch
    @GetExchange("/trade/bucketed")
    List<BucketRow> buckets(
            @RequestParam String symbol,
            @RequestParam String binSize,
            @RequestParam boolean partial,
            @RequestParam Instant startTime,
            @RequestParam Instant endTime,
            @RequestParam int count);

    /// What was traded in each stretch of time in every contract, 1,000 rows at most.
    ///
    /// @param reverse whether the newest come first
    @GetExchange("/trade/bucketed")
    List<BucketRow> bucketsOfAll(
            @RequestParam String binSize,
            @RequestParam boolean partial,
            @RequestParam boolean reverse,
            @RequestParam Instant startTime,
            @RequestParam Instant endTime,
            @RequestParam int count);

    /// Payments of funding.
    @GetExchange("/funding")
    List<FundingRow> funding(
            @RequestParam String symbol,
            @RequestParam Instant startTime,
            @RequestParam Instant endTime,
            @RequestParam int count);
}
