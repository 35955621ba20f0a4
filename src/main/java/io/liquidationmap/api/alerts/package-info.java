/// Alerts of the caller: created, shown, tested and deleted.
@NullMarked
package io.liquidationmap.api.alerts;

import org.jspecify.annotations.NullMarked;
