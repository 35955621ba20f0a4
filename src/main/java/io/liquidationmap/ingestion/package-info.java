/// Schedules, back-fill, gap repair and progress, all through one source port. Each venue has a sub-package of its
/// own behind that port, in which nothing is public.
@NullMarked
@ApplicationModule(allowedDependencies = {"market", "history", "simulation", "calibration"})
package io.liquidationmap.ingestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
