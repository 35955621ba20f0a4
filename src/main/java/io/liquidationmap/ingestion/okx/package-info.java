/// OKX perpetual swaps: linear in USDT and USDC, inverse in US dollars.
@NullMarked
package io.liquidationmap.ingestion.okx;

import org.jspecify.annotations.NullMarked;
