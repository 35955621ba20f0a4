/// Kraken Futures perpetuals: the linear ones, priced and settled in dollars, and the inverse ones.
@NullMarked
package io.liquidationmap.ingestion.kraken;

import org.jspecify.annotations.NullMarked;
