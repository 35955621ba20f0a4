/// BitMEX perpetuals: the inverse ones, settled in their coin, and the linear ones, settled in stablecoins.
@NullMarked
package io.liquidationmap.ingestion.bitmex;

import org.jspecify.annotations.NullMarked;
