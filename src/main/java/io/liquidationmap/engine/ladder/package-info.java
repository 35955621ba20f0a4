/// Scaling into a position at the clusters of a map: zones of price, the part of the capital for each, and the leverage
/// the whole survives with. Arithmetic on stated assumptions, not advice. Source: `docs/method.md`.
@NullMarked
@NamedInterface("ladder")
package io.liquidationmap.engine.ladder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
