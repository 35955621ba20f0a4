/// The PostgreSQL server that the service runs for itself where no database is configured. Its folder belongs to one
/// instance at a time, and outlives it.
@NullMarked
package io.liquidationmap.platform.embedded;

import org.jspecify.annotations.NullMarked;
