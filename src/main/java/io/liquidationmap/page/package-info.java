/// The web page at `/`: how its files are served. The page itself is in the resources, under `static`; it knows the
/// service by its HTTP interface alone, and so does this module.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.liquidationmap.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
