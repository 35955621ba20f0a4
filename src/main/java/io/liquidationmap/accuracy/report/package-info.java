/// The scoreboard as a command, as a file that the service serves, and as tables in the documentation.
@NullMarked
@NamedInterface("report")
package io.liquidationmap.accuracy.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
