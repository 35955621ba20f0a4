package io.liquidationmap.ingestion.okx;

import java.util.List;

/// What was liquidated of one contract.
///
/// @param details newest first
record LiquidatedContract(String instId, List<LiquidationRow> details) {}
