package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.Uncertainty;
import io.liquidationmap.market.MarginSchedule;

/// What was known about an instrument's open positions at a moment.
///
/// @param parameters its best estimate; their version names the week it was calibrated for
/// @param uncertainty how little was known
/// @param evidence what they were learned from: `complete`, `throttled`, `open-interest`, or `none` if nothing was
///     learned from the instrument itself
/// @param name tells this calibration from every other; models of one name, of equal parameters and of equal tiers are
///     equal
/// @param tiers the margin tiers behind the distances of its levels: those known when it was calibrated, or at the
///     moment itself if it was not. Equal tiers of a later day are another model with equal parameters
public record InstrumentModel(
        ModelParameters parameters, Uncertainty uncertainty, String evidence, String name, MarginSchedule tiers) {

    /// The evidence of an instrument from which nothing was learned.
    public static final String NO_EVIDENCE = "none";

    @Override
    public boolean equals(Object other) {
        return other instanceof InstrumentModel model
                && name.equals(model.name)
                && parameters.equals(model.parameters)
                && tiers.equals(model.tiers);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
