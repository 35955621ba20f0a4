/// What would be liquidated where: the map, one price, one amount, the heaviest levels, the imbalance.
@NullMarked
package io.liquidationmap.api.liquidations;

import org.jspecify.annotations.NullMarked;
