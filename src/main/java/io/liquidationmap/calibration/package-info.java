/// Calibrations walked forward through the history, week by week, each with what was known then, and the model of an
/// instrument as it was known at any moment.
@NullMarked
@ApplicationModule(allowedDependencies = {"market", "engine", "engine::calibration", "history"})
package io.liquidationmap.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
