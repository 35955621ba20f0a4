package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import io.liquidationmap.market.Venue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tiers of which one answer has those of every symbol: asked for once an hour, whether an answer comes or not. One that
/// fails, or cannot be understood, says so once in the log and costs nothing but these tiers. Those of one symbol that
/// cannot be true cost only themselves.
final class HourlyMargins implements BinanceMargins {

    private static final Logger log = LoggerFactory.getLogger(HourlyMargins.class);

    private static final Duration KEPT = Duration.ofHours(1);

    private final Venue venue;
    private final String source;
    private final Supplier<Map<String, Tiers>> request;
    private final RefusedRows refused;
    private final Clock clock;
    private Map<String, Tiers> known = Map.of();
    private Instant askedAt = Instant.EPOCH;
    private boolean failing;

    /// @param source for the reader of an answer
    /// @param request the tiers of every symbol
    HourlyMargins(Venue venue, String source, Supplier<Map<String, Tiers>> request, RefusedRows refused, Clock clock) {
        this.venue = venue;
        this.source = source;
        this.request = request;
        this.refused = refused;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<MarginSchedule> schedule(String symbol) {
        Instant now = clock.instant();
        if (now.isAfter(askedAt.plus(KEPT))) {
            known = ask();
            askedAt = now;
        }
        return Optional.ofNullable(known.get(symbol)).flatMap(tiers -> schedule(symbol, tiers));
    }

    private Map<String, Tiers> ask() {
        try {
            Map<String, Tiers> answer = request.get();
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

    private Optional<MarginSchedule> schedule(String symbol, Tiers tiers) {
        return refused.read(
                venue,
                "margin tiers of " + symbol,
                () -> Optional.of(MarginSchedule.ofSteps(
                        tiers.steps(),
                        TAKER_FEE_IN_MARGIN,
                        source,
                        askedAt.atOffset(ZoneOffset.UTC).toLocalDate())));
    }

    /// What is said of one symbol.
    @FunctionalInterface
    interface Tiers {

        /// The tiers, ascending by cap.
        ///
        /// @throws IllegalArgumentException if they cannot be true
        List<Step> steps();

        /// A tier, of which an answer may lack anything.
        ///
        /// @param cap largest position value, currency of settlement
        /// @param maintenanceMarginRate share that must remain as margin
        /// @param maxLeverage largest leverage
        /// @throws IllegalArgumentException if something is missing
        static Step step(@Nullable Double cap, @Nullable Double maintenanceMarginRate, @Nullable Double maxLeverage) {
            return new Step(
                    RefusedRows.required(cap, "a cap"),
                    RefusedRows.required(maintenanceMarginRate, "a maintenance margin"),
                    RefusedRows.required(maxLeverage, "a largest leverage"));
        }
    }
}
