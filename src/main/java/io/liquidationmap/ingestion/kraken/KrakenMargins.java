package io.liquidationmap.ingestion.kraken;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.kraken.Instruments.InstrumentRow;
import io.liquidationmap.ingestion.kraken.Instruments.MarginLevel;
import io.liquidationmap.ingestion.kraken.Tickers.Ticker;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginSchedule.Step;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The margin tiers in the listing. They begin at a size in US dollars, which for an inverse contract becomes coins at
/// the present mark price.
final class KrakenMargins {

    /// Positions are closed when their equity falls below the maintenance margin; no fee comes into it.
    private static final double TAKER_FEE_IN_MARGIN = 0;

    private final KrakenApi api;
    private final Clock clock;

    KrakenMargins(KrakenApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// The tiers in force; empty where the listing has none.
    Optional<MarginSchedule> schedule(Instrument instrument) {
        List<MarginLevel> levels = api.instruments().rows().stream()
                .filter(row -> instrument.symbol().equals(row.symbol()))
                .findFirst()
                .map(InstrumentRow::marginLevels)
                .orElse(List.of());
        List<MarginLevel> ascending = levels.stream()
                .sorted(Comparator.comparingDouble(KrakenMargins::begin))
                .toList();
        if (ascending.isEmpty()) {
            return Optional.empty();
        }
        double unit = instrument.contract() == ContractType.INVERSE ? 1 / markPrice(instrument) : 1;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < ascending.size(); i++) {
            MarginLevel level = ascending.get(i);
            double cap = i + 1 < ascending.size() ? begin(ascending.get(i + 1)) * unit : Double.POSITIVE_INFINITY;
            steps.add(new Step(
                    cap, RefusedRows.required(level.maintenanceMargin(), "a maintenance margin"), leverage(level)));
        }
        return Optional.of(MarginSchedule.ofSteps(
                steps,
                TAKER_FEE_IN_MARGIN,
                "Kraken Futures instruments",
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private double markPrice(Instrument instrument) {
        Ticker ticker = api.tickers().of(instrument.symbol());
        Double price = ticker.markPrice();
        if (price == null || !(price > 0)) {
            throw new IllegalArgumentException("they are not worth anything at a mark price of " + price);
        }
        return price;
    }

    /// Where the margin exceeds the position, that of a position without any.
    private static double leverage(MarginLevel level) {
        double initial = RefusedRows.required(level.initialMargin(), "an initial margin");
        if (!(initial > 0)) {
            throw new IllegalArgumentException("an initial margin is positive, not " + initial);
        }
        return Math.max(1, 1 / initial);
    }

    private static double begin(MarginLevel level) {
        Double contracts = level.contracts();
        Double value = level.numNonContractUnits();
        return contracts != null ? contracts : value != null ? value : 0;
    }
}
