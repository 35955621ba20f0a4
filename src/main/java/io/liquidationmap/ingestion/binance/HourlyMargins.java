package io.liquidationmap.ingestion.binance;

import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tiers of which one answer has those of every symbol: asked for once an hour, whether an answer comes or not. One that
/// fails, or cannot be understood, says so once in the log and costs nothing but these tiers.
final class HourlyMargins implements BinanceMargins {

    private static final Logger log = LoggerFactory.getLogger(HourlyMargins.class);

    private static final Duration KEPT = Duration.ofHours(1);

    private final String source;
    private final Supplier<Map<String, List<Step>>> request;
    private final Clock clock;
    private Map<String, List<Step>> known = Map.of();
    private Instant askedAt = Instant.EPOCH;
    private boolean failing;

    /// @param source for the reader of an answer
    /// @param request the tiers of every symbol, ascending by cap
    HourlyMargins(String source, Supplier<Map<String, List<Step>>> request, Clock clock) {
        this.source = source;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<MarginSchedule> schedule(String symbol) {
        Instant now = clock.instant();
        if (now.isAfter(askedAt.plus(KEPT))) {
            known = ask();
            askedAt = now;
        }
        return Optional.ofNullable(known.get(symbol)).flatMap(steps -> schedule(symbol, steps));
    }

    private Map<String, List<Step>> ask() {
        try {
            Map<String, List<Step>> answer = request.get();
            failing = false;
            return answer;
        } catch (RuntimeException e) {
            if (failing) {
                log.debug("there still is no {}: {}", source, e.getMessage());
            } else {
                log.info("there is no {}, and what comes next is used: {}", source, e.getMessage());
            }
            failing = true;
            return Map.of();
        }
    }

    private Optional<MarginSchedule> schedule(String symbol, List<Step> steps) {
        try {
            return Optional.of(MarginSchedule.ofSteps(
                    steps,
                    TAKER_FEE_IN_MARGIN,
                    source,
                    askedAt.atOffset(ZoneOffset.UTC).toLocalDate()));
        } catch (IllegalArgumentException e) {
            log.warn("{} of {} cannot be true: {}", source, symbol, e.getMessage());
            return Optional.empty();
        }
    }
}
