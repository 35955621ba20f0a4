package io.liquidationmap.maps;

import io.liquidationmap.engine.ladder.Ladder;
import io.liquidationmap.engine.ladder.SafeLeverage;
import io.liquidationmap.engine.ladder.Zones;
import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/// Ladders over modelled maps, with the margin tiers that were known at the time.
@Component
class ModelledLadders implements Ladders {

    private final ModelledLiquidationMaps maps;
    private final InstrumentCatalog catalog;
    private final VenueFormulas formulas;

    ModelledLadders(ModelledLiquidationMaps maps, InstrumentCatalog catalog, VenueFormulas formulas) {
        this.maps = maps;
        this.catalog = catalog;
        this.formulas = formulas;
    }

    @Override
    public LadderReading open(MarketQuery query) {
        ModelledSnapshot snapshot = maps.open(query);
        Instrument instrument = snapshot.contributions().stream()
                .max(Comparator.comparingDouble(Contribution::openInterestUsd))
                .map(Contribution::instrument)
                .orElseThrow();
        MarginSchedule schedule = catalog.marginSchedule(
                        instrument.id(), snapshot.market().asOf())
                .orElseGet(() -> MarginSchedule.assumed(instrument.contract()));
        return new Reading(snapshot, instrument, formulas.of(instrument.id().venue()), schedule);
    }

    private record Reading(
            ModelledSnapshot snapshot, Instrument instrument, LiquidationFormula formula, MarginSchedule schedule)
            implements LadderReading {

        @Override
        public Market market() {
            Market market = snapshot.market();
            String input = market.inputHash() + "\n" + instrument.id() + " " + formula + " " + schedule;
            return market.withInputHash(MarketAssembly.hash(input));
        }

        @Override
        public LadderView view(LadderQuery query) {
            SafeLeverage leverage = new SafeLeverage(instrument.contract(), formula, schedule);
            Ladder ladder = snapshot.compute(map -> Ladder.over(
                    Zones.of(map, query.side(), query.reach(), query.phases()),
                    query.side(),
                    query.capitalUsd(),
                    leverage));
            return new LadderView(
                    ladder, instrument.id(), VenueFormulas.nameOf(formula), schedule.source(), schedule.asOf());
        }
    }
}
