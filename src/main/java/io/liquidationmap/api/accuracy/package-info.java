/// How wrong the maps have been.
@NullMarked
package io.liquidationmap.api.accuracy;

import org.jspecify.annotations.NullMarked;
