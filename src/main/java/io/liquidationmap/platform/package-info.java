/// Wiring that knows no feature: the clock, and a database where none is configured.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.liquidationmap.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
