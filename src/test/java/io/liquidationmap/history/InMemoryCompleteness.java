package io.liquidationmap.history;

import io.liquidationmap.history.LiquidationLog.Coverage;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What was declared and heard, in memory. Takes any instrument for a registered one.
public final class InMemoryCompleteness implements LiquidationCompleteness {

    private final Map<InstrumentId, Completeness> declared = new HashMap<>();
    private final List<Coverage> heard = new ArrayList<>();

    @Override
    public Optional<Completeness> of(InstrumentId instrument, Instant from, Instant to) {
        Stream<Completeness> feeds = heard.stream()
                .filter(coverage -> coverage.instrument().equals(instrument))
                .filter(coverage ->
                        coverage.from().isBefore(to) && coverage.to().isAfter(from))
                .map(Coverage::completeness);
        return Stream.concat(Optional.ofNullable(declared.get(instrument)).stream(), feeds)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void declare(InstrumentId instrument, Completeness completeness) {
        declared.put(instrument, completeness);
    }

    /// Says when a feed was listened to.
    public void listen(Coverage coverage) {
        heard.add(coverage);
    }
}
