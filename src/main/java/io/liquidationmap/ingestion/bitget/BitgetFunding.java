package io.liquidationmap.ingestion.bitget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.market.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Payments of funding. They cannot be asked for by time, only page by page from the newest backwards; so pages are kept
/// for a while, and a back-fill that goes backwards too asks for each of them about once.
final class BitgetFunding {

    private static final int PAGE = 100;

    private static final int CONTRACTS_KEPT = 100;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final BitgetApi api;
    private final Clock clock;
    private final Cache<Instrument, Payments> kept = Caffeine.newBuilder()
            .maximumSize(CONTRACTS_KEPT)
            .expireAfterAccess(KEPT_FOR)
            .build();

    BitgetFunding(BitgetApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// Adds what was paid in `[from, to)`.
    void collect(BarAssembly bars, Instrument instrument, Instant from, Instant to) {
        Stretches.withFunding(
                from,
                to,
                (begin, end) ->
                        kept.get(instrument, Payments::new).between(begin, end).forEach(bars::funding));
    }

    /// Those of one contract, as far as they are known.
    private final class Payments {
        private final Instrument instrument;
        private final NavigableMap<Instant, Double> rates = new TreeMap<>();
        private Instant askedAt = Instant.MIN;
        private int nextPage;
        private boolean all;

        Payments(Instrument instrument) {
            this.instrument = instrument;
        }

        synchronized NavigableMap<Instant, Double> between(Instant from, Instant to) {
            if (askedAt.isBefore(to)) {
                rates.clear();
                nextPage = 1;
                all = false;
                askedAt = clock.instant();
            }
            while (!all && (rates.isEmpty() || rates.firstKey().isAfter(from))) {
                addPage();
            }
            return new TreeMap<>(rates.subMap(from, true, to, false));
        }

        /// What has come since the page before was asked for only makes some rows come twice.
        private void addPage() {
            List<FundingRow> rows = api.fundingRates(
                            instrument.symbol(), ProductType.of(instrument).wireName, PAGE, nextPage)
                    .content();
            int known = rates.size();
            rows.forEach(row -> rates.put(Instant.ofEpochMilli(row.fundingTime()), row.fundingRate()));
            all = rows.size() < PAGE || rates.size() == known;
            nextPage++;
        }
    }
}
