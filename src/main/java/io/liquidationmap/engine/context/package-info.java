/// A value in the light of its own history: percentile, robust z-score, usual band, and when an imbalance may be
/// called crowded. Source: `docs/method.md`.
@NullMarked
@NamedInterface("context")
package io.liquidationmap.engine.context;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
