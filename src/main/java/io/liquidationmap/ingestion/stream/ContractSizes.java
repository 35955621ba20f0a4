package io.liquidationmap.ingestion.stream;

import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Liquidation;
import io.liquidationmap.market.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one contract of each instrument is, for feeds that count in contracts. Read from the venue's listing when an
/// instrument is not known yet, and once a day, because venues redenominate; what was known last holds while the venue
/// does not answer.
public final class ContractSizes {

    private static final Logger log = LoggerFactory.getLogger(ContractSizes.class);
    private static final Duration VALID = Duration.ofDays(1);

    /// A listing is large, and most venues' limits count it.
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Supplier<Map<Instrument, Double>> listing;
    private final Clock clock;
    private final Map<InstrumentId, Contract> known = new ConcurrentHashMap<>();
    private Instant outdated = Instant.MIN;
    private Instant nextLook = Instant.MIN;

    /// @param listing asks the venue for the size of one contract of each instrument: coins of a linear one, US dollars
    ///     of an inverse one
    public ContractSizes(Supplier<Map<Instrument, Double>> listing, Clock clock) {
        this.listing = listing;
        this.clock = clock;
    }

    /// Whether it is known what a contract of the instrument is. May ask the venue, and then waits for its answer.
    public synchronized boolean know(Instrument instrument) {
        Instant now = clock.instant();
        boolean wanted = !known.containsKey(instrument.id()) || now.isAfter(outdated);
        if (wanted && !now.isBefore(nextLook)) {
            nextLook = now.plus(PAUSE);
            look(now);
        }
        return known.containsKey(instrument.id());
    }

    /// A liquidation of so many contracts; null if it is not known what one of them is.
    ///
    /// @throws IllegalArgumentException if a number is not positive, naming it
    public @Nullable Liquidation liquidation(
            InstrumentId instrument, Instant time, Side side, double price, double contracts) {
        Contract contract = known.get(instrument);
        if (contract == null) {
            return null;
        }
        return switch (contract.instrument.contract()) {
            case LINEAR -> Liquidation.ofCoins(instrument, time, side, price, contracts * contract.size);
            case INVERSE -> Liquidation.ofUsd(instrument, time, side, price, contracts * contract.size);
        };
    }

    private void look(Instant now) {
        try {
            listing.get().forEach((instrument, size) -> known.put(instrument.id(), new Contract(instrument, size)));
            outdated = now.plus(VALID);
        } catch (RuntimeException e) {
            log.debug("the sizes of contracts cannot be read", e);
        }
    }

    private record Contract(Instrument instrument, double size) {}
}
