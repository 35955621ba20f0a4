/// Liquidation and bankruptcy price of one position.
@NullMarked
package io.liquidationmap.api.position;

import org.jspecify.annotations.NullMarked;
