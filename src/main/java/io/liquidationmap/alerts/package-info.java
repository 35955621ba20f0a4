/// Alerts: what somebody wants to be told of, noticed when new data is in, and sent to an address of theirs until it
/// arrives. Storage is in `jdbc`, what leaves the service in `webhook`.
@NullMarked
@ApplicationModule(allowedDependencies = {"market", "engine", "engine::context", "maps"})
package io.liquidationmap.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
