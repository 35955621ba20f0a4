/// How wrong the maps are, measured.
@NullMarked
@ApplicationModule(allowedDependencies = {"market", "engine", "simulation", "history", "maps", "ingestion::files"})
package io.liquidationmap.accuracy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
