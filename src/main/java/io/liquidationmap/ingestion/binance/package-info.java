/// Binance USD-M futures: the REST interface for what is recent, the public archive for what is older.
@NullMarked
package io.liquidationmap.ingestion.binance;

import org.jspecify.annotations.NullMarked;
