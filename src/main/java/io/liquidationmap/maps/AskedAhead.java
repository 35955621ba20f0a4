package io.liquidationmap.maps;

import io.liquidationmap.market.Range;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Asks what is asked most before anybody does, and throws the answers away: what is worked out for them is kept. So
/// nobody waits for the series to be read and the code to be compiled after a start, for the groundwork of a new day or
/// for two years of days after a calibration. In between there is next to nothing left to do.
///
/// Of the symbols that are asked for most, all of it; of all others the row of the overview, for which their series are
/// read.
@Component
class AskedAhead {

    private static final Logger LOG = LoggerFactory.getLogger(AskedAhead.class);

    private static final Range MONTH = Range.ofDays(30);
    private static final Range YEAR = Range.ofDays(365);

    /// As many as are asked for by default: what draws so many is compiled for them.
    private static final int BUCKETS = 200;

    private final List<String> symbols;
    private final LiquidationMaps maps;
    private final Imbalances imbalances;
    private final Heatmaps heatmaps;
    private final Overviews overviews;
    private final Listings listings;
    private final SeriesStore store;
    private final AsyncTaskExecutor threads;

    /// By symbol, since when each contract was known at the last look.
    private final Map<String, List<Instant>> beginnings = new ConcurrentHashMap<>();

    AskedAhead(
            AheadProperties properties,
            LiquidationMaps maps,
            Imbalances imbalances,
            Heatmaps heatmaps,
            Overviews overviews,
            Listings listings,
            SeriesStore store,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor threads) {
        this.symbols = properties.symbols();
        this.maps = maps;
        this.imbalances = imbalances;
        this.heatmaps = heatmaps;
        this.overviews = overviews;
        this.listings = listings;
        this.store = store;
        this.threads = threads;
    }

    @EventListener(ApplicationReadyEvent.class)
    void askAtStart() {
        // Whoever waits for the service to be ready does not wait for this.
        threads.execute(this::ask);
    }

    @Scheduled(cron = "${liquidationmap.maps.ahead.cron}", zone = "UTC")
    void ask() {
        symbols.forEach(symbol -> unlessItCannotBe(symbol, () -> ask(symbol)));
        if (!symbols.isEmpty()) {
            unlessItCannotBe("the overview", this::askOfAll);
        }
    }

    private static void unlessItCannotBe(String what, Runnable question) {
        try {
            question.run();
        } catch (QuestionException | BusyException later) {
            LOG.debug("{} is not answered ahead: {}", what, later.getMessage());
        }
    }

    private void ask(String symbol) {
        MarketSnapshot year = maps.open(of(symbol, YEAR));
        year.map(new MapQuery(PriceWindow.ANY, BUCKETS, Set.of()));
        if (isGettingOlder(symbol, year.market())) {
            return;
        }
        imbalances.open(of(symbol, MONTH)).view(PriceWindow.ANY);
        heatmaps.open(new HeatmapQuery(of(symbol, MONTH), null, PriceWindow.ANY, BUCKETS))
                .view();
    }

    /// Where they do not all fit in memory they would push each other out, and those that are asked for most with them.
    private void askOfAll() {
        if (store.hasRoomFor(listings.current().series().values().stream().flatMap(List::stream))) {
            overviews.rows(new OverviewQuery(List.of(), Set.of(), MONTH, null, Model.CONSERVED));
        }
    }

    /// Whether bars were added before the first ones: while a history is loaded, which goes backwards, all that is worked
    /// out from it is out of date at once.
    private boolean isGettingOlder(String symbol, Market market) {
        List<Instant> now = market.coverage().stream().map(Coverage::from).toList();
        List<Instant> before = beginnings.put(symbol, now);
        return before != null && !before.equals(now);
    }

    private static MarketQuery of(String symbol, Range range) {
        return new MarketQuery(symbol, Set.of(), range, null, Model.CONSERVED);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}
}
