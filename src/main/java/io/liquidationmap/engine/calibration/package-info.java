/// Learning from realised liquidations, or from drops of open interest, how the open positions of an instrument are
/// spread over liquidation distances, and how sure that is. Source: `docs/method.md`.
@NullMarked
@NamedInterface("calibration")
package io.liquidationmap.engine.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
