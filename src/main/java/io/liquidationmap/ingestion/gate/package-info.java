/// Gate perpetuals settled in USDT, and the one settled in bitcoin.
@NullMarked
package io.liquidationmap.ingestion.gate;

import org.jspecify.annotations.NullMarked;
