/// The way out: messages as JSON, signed, over a client that goes to public addresses only.
@NullMarked
package io.liquidationmap.alerts.webhook;

import org.jspecify.annotations.NullMarked;
