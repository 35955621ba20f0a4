/// The use cases: which instruments a question is about, their series held in memory, and the maps, curves and
/// imbalances assembled over venues.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "market",
            "engine",
            "engine::price",
            "engine::context",
            "engine::cascade",
            "engine::ladder",
            "history",
            "calibration"
        })
package io.liquidationmap.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
