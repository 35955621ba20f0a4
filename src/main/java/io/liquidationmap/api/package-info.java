/// The HTTP interface: controllers and what they read, answer and refuse, one sub-package per concern.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "market",
            "engine",
            "engine::context",
            "engine::cascade",
            "engine::ladder",
            "maps",
            "alerts",
            "ingestion",
            "accuracy",
            "accuracy::forecast",
            "calibration"
        })
package io.liquidationmap.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
