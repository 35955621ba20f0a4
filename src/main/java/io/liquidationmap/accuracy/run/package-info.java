/// Plays worlds and measures methods in them.
@NullMarked
package io.liquidationmap.accuracy.run;

import org.jspecify.annotations.NullMarked;
