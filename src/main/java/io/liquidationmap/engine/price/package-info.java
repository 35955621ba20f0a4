/// Liquidation and bankruptcy price of one position, by its venue's rule for the maintenance margin.
@NullMarked
@NamedInterface("price")
package io.liquidationmap.engine.price;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
