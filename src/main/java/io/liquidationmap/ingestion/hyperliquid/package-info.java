/// Hyperliquid perpetuals of the venue's own order book, margined in USDC, and the positions of its accounts, which are
/// public.
@NullMarked
package io.liquidationmap.ingestion.hyperliquid;

import org.jspecify.annotations.NullMarked;
