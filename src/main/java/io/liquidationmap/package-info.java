/// The application's entry point, and nothing else.
@NullMarked
package io.liquidationmap;

import org.jspecify.annotations.NullMarked;
