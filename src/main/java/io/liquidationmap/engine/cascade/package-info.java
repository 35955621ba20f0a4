/// What a shock sets off: forced flow moves price, and price sets off more of it. A scenario under stated assumptions,
/// not a forecast. Source: `docs/method.md`.
@NullMarked
@NamedInterface("cascade")
package io.liquidationmap.engine.cascade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
