/// Server-Sent Events: every question that somebody follows is a channel, which is drawn anew when the data changes and
/// told to all its clients at once; each client has a thread of its own that waits for the network.
@NullMarked
package io.liquidationmap.api.stream;

import org.jspecify.annotations.NullMarked;
