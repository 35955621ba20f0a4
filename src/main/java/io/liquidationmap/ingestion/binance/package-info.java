/// Binance's two futures markets, USD-M (`binance`) and COIN-M (`binance-coinm`): one [BinanceSource] reads either, from
/// its REST interface what is recent and from the public archive what is older. How the markets differ is all in
/// [UsdMargined] and [CoinMargined].
@NullMarked
package io.liquidationmap.ingestion.binance;

import org.jspecify.annotations.NullMarked;
