/// Bybit perpetuals: linear in USDT and USDC, inverse in US dollars.
@NullMarked
package io.liquidationmap.ingestion.bybit;

import org.jspecify.annotations.NullMarked;
