/// The scoreboard as a command, as a file that the service serves, and as tables in the documentation.
@NullMarked
package io.liquidationmap.accuracy.report;

import org.jspecify.annotations.NullMarked;
