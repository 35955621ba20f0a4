/// Builds the container image and runs it by the compose file.
@NullMarked
package io.liquidationmap.container;

import org.jspecify.annotations.NullMarked;
