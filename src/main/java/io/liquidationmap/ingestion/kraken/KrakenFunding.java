package io.liquidationmap.ingestion.kraken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liquidationmap.ingestion.archive.BarAssembly;
import io.liquidationmap.ingestion.archive.Stretches;
import io.liquidationmap.ingestion.kraken.FundingRates.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Payments of funding. The venue tells of all that ever were at once, some thousand a year; so what it said is kept for a
/// while, and asked for anew when something may have been paid since.
final class KrakenFunding {

    private static final int CONTRACTS_KEPT = 100;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    /// Earlier periods were longer, and ended where the next began; the last one is taken for one of these.
    private static final Duration PERIOD = Duration.ofHours(1);

    private final KrakenApi api;
    private final Clock clock;
    private final Cache<String, Told> kept = Caffeine.newBuilder()
            .maximumSize(CONTRACTS_KEPT)
            .expireAfterWrite(KEPT_FOR)
            .build();

    KrakenFunding(KrakenApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// Adds what was paid in `[from, to)`.
    void collect(BarAssembly bars, String symbol, Instant from, Instant to) {
        Stretches.withFunding(from, to, (begin, end) -> told(symbol, end).addTo(bars, begin, end));
    }

    private Told told(String symbol, Instant until) {
        return kept.asMap()
                .compute(symbol, (_, known) -> known == null || known.askedAt.isBefore(until) ? ask(symbol) : known);
    }

    private Told ask(String symbol) {
        Instant askedAt = clock.instant();
        List<Rate> rates = api.fundingRates(symbol).rates();
        long[] paidAt = new long[rates.size()];
        double[] paid = new double[rates.size()];
        for (int i = 0; i < paidAt.length; i++) {
            Instant end = i + 1 < paidAt.length
                    ? rates.get(i + 1).timestamp()
                    : rates.get(i).timestamp().plus(PERIOD);
            paidAt[i] = end.toEpochMilli();
            paid[i] = rates.get(i).relativeFundingRate();
        }
        return new Told(askedAt, paidAt, paid);
    }

    /// What the venue said of a contract: a period's rate is paid when it ends.
    private static final class Told {
        private final Instant askedAt;
        private final long[] paidAt;
        private final double[] rates;

        Told(Instant askedAt, long[] paidAt, double[] rates) {
            this.askedAt = askedAt;
            this.paidAt = paidAt;
            this.rates = rates;
        }

        void addTo(BarAssembly bars, Instant from, Instant to) {
            for (int i = 0; i < paidAt.length; i++) {
                Instant at = Instant.ofEpochMilli(paidAt[i]);
                if (!at.isBefore(from) && at.isBefore(to)) {
                    bars.funding(at, rates[i]);
                }
            }
        }
    }
}
