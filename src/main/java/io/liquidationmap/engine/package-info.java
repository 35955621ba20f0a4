/// The pure calculation: position book, liquidation levels, buckets, curves, imbalance, clusters and liquidation
/// prices. Depends on the JDK and on [io.liquidationmap.market] alone; the mathematics is described in
/// `docs/method.md`.
@NullMarked
package io.liquidationmap.engine;

import org.jspecify.annotations.NullMarked;
