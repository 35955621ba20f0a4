/// The scores of a file of history, from the command line, as Markdown and JSON. Only the command is public, for the
/// application's main class.
@NullMarked
@NamedInterface("forecast-report")
package io.liquidationmap.accuracy.forecast.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
