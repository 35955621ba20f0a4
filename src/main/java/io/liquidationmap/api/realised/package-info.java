/// What was liquidated.
@NullMarked
package io.liquidationmap.api.realised;

import org.jspecify.annotations.NullMarked;
