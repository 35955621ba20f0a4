package io.liquidationmap.ingestion.gate;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// An order by which the venue closes a position.
///
/// @param price of the order
/// @param size contracts of the order: negative ones are sold, which closes a long
/// @param timeMs epoch milliseconds
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record LiquidationRow(String contract, double price, double size, long timeMs) {}
