/// Deribit perpetuals: the inverse ones of bitcoin and ether, and the linear ones, settled in stablecoins.
@NullMarked
package io.liquidationmap.ingestion.deribit;

import org.jspecify.annotations.NullMarked;
