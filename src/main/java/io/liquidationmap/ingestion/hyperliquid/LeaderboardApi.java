package io.liquidationmap.ingestion.hyperliquid;

import io.liquidationmap.ingestion.http.PassingFailure;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The document behind the venue's own page of its largest traders: some thirty thousand, 25 MB, not documented.
@HttpExchange(accept = "application/json")
@Retryable(
        predicate = PassingFailure.class,
        maxRetries = 2,
        delayString = "${liquidationmap.ingestion.retry-delay:500ms}",
        jitterString = "${liquidationmap.ingestion.retry-delay:500ms}",
        multiplier = 3)
interface LeaderboardApi {

    @GetExchange("/Mainnet/leaderboard")
    Leaderboard leaderboard();
}
