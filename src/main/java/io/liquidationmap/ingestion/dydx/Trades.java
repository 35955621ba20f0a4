package io.liquidationmap.ingestion.dydx;

import java.util.List;

/// Trades of a market.
///
/// @param trades newest first
record Trades(List<TradeRow> trades) {}
