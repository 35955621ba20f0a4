package io.liquidationmap.ingestion;

import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A source whose failures are noticed, and which fails in one way only: one that stumbles over an answer it did not
/// expect must not cost more than the venue's freshness. Figures of one contract that cannot be true are refused, and
/// cost no more than these.
final class WatchedSource implements MarketDataSource {

    private final MarketDataSource source;
    private final VenueHealth health;
    private final RefusedRows refused;

    WatchedSource(MarketDataSource source, VenueHealth health, RefusedRows refused) {
        this.source = source;
        this.health = health;
        this.refused = refused;
    }

    @Override
    public Venue venue() {
        return source.venue();
    }

    @Override
    public boolean simulated() {
        return source.simulated();
    }

    @Override
    public List<Instrument> instruments() {
        return watched(() -> {
            List<Instrument> instruments = source.instruments();
            // A venue under maintenance may list nothing; that is no reason to end all work on it.
            if (instruments.isEmpty()) {
                throw new VenueUnavailableException("lists no perpetual that trades", null, null);
            }
            return instruments;
        });
    }

    @Override
    public InstantSource clock(InstantSource ours) {
        return source.clock(ours);
    }

    @Override
    public Map<String, Double> openInterestUsd() {
        return watched(() -> possible(source.openInterestUsd()));
    }

    private Map<String, Double> possible(Map<String, Double> stated) {
        Map<String, Double> possible = new HashMap<>();
        stated.forEach((symbol, usd) -> {
            if (usd >= 0 && usd < Double.POSITIVE_INFINITY) {
                possible.put(symbol, usd);
            } else {
                refused.refuse(source.venue(), "open interest of " + symbol, "it cannot be " + usd + " US dollars");
            }
        });
        return possible;
    }

    @Override
    public HistoryOffer history(Instrument instrument, Interval interval) {
        return source.history(instrument, interval);
    }

    @Override
    public BarPage bars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return watched(() -> source.bars(instrument, interval, from, to));
    }

    @Override
    public boolean isCompletedLater() {
        return source.isCompletedLater();
    }

    @Override
    public BarPage newestBars(Instrument instrument, Interval interval, Instant from, Instant to) {
        return watched(() -> source.newestBars(instrument, interval, from, to));
    }

    @Override
    public OpenInterest currentOpenInterest(Instrument instrument) {
        return watched(() -> source.currentOpenInterest(instrument));
    }

    @Override
    public Optional<MarginSchedule> marginSchedule(Instrument instrument) {
        return watched(() -> refused.read(
                source.venue(), "margin tiers of " + instrument.symbol(), () -> source.marginSchedule(instrument)));
    }

    @Override
    public Optional<Completeness> liquidations() {
        return source.liquidations();
    }

    @Override
    public Optional<PastLiquidations> pastLiquidations() {
        return source.pastLiquidations().map(WatchedLiquidations::new);
    }

    private <T> T watched(Supplier<T> call) {
        try {
            T answer = call.get();
            health.answered(source.venue());
            return answer;
        } catch (VenueBusyException e) {
            throw e;
        } catch (VenueUnavailableException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The service is being stopped, which is no fault of the venue.
                throw new VenueBusyException("was interrupted", Duration.ZERO);
            }
            health.failed(source.venue(), e);
            throw e;
        } catch (RuntimeException e) {
            VenueUnavailableException failure =
                    new VenueUnavailableException("its answer cannot be understood: " + e, null, e);
            health.failed(source.venue(), failure);
            throw failure;
        }
    }

    private final class WatchedLiquidations implements PastLiquidations {

        private final PastLiquidations past;

        WatchedLiquidations(PastLiquidations past) {
            this.past = past;
        }

        @Override
        public Duration reach() {
            return past.reach();
        }

        @Override
        public Completeness completeness() {
            return past.completeness();
        }

        @Override
        public Remembered between(Instrument instrument, Instant from, Instant to) {
            return watched(() -> past.between(instrument, from, to));
        }
    }
}
