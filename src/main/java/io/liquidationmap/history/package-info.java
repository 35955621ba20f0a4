/// What was observed, kept in PostgreSQL: venues and instruments, bars, margin schedules, and the journal of what was
/// ingested. This package holds the ports; all SQL and all entities live in its sub-packages.
@NullMarked
@ApplicationModule(allowedDependencies = "market")
package io.liquidationmap.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
