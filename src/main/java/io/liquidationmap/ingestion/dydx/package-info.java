/// dYdX v4 perpetuals, as the public indexer of the chain tells of them.
@NullMarked
package io.liquidationmap.ingestion.dydx;

import org.jspecify.annotations.NullMarked;
