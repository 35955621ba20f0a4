/// How wrong the maps are: methods of drawing a liquidation map are run over simulated markets and measured against the
/// positions that are known there. What is measured, and how, is described in `docs/accuracy.md`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "market",
            "engine",
            "engine :: calibration",
            "simulation",
            "history",
            "maps",
            "ingestion::files"
        })
package io.liquidationmap.accuracy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
