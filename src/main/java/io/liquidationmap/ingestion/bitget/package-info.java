/// Bitget perpetuals margined in USDT, in USDC and in their coin.
@NullMarked
package io.liquidationmap.ingestion.bitget;

import org.jspecify.annotations.NullMarked;
