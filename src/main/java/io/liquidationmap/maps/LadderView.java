package io.liquidationmap.maps;

import io.liquidationmap.engine.ladder.Ladder;
import io.liquidationmap.market.InstrumentId;
import java.time.LocalDate;

/// A ladder and the contract whose margin rules it was computed with.
///
/// @param ladder the phases; none where the map holds nothing within reach
/// @param instrument the one with the most open interest among those that answer
/// @param formula name of its venue's formula
/// @param tiersSource where its margin tiers come from
/// @param tiersAsOf the day on which they held
public record LadderView(
        Ladder ladder, InstrumentId instrument, String formula, String tiersSource, LocalDate tiersAsOf) {}
