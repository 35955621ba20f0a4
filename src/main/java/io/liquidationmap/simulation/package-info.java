/// A market of simulated traders whose positions are known: it publishes what an exchange publishes and keeps the true
/// liquidation map, so that an estimate can be measured against it. Deliberately shares nothing with the estimator.
@NullMarked
package io.liquidationmap.simulation;

import org.jspecify.annotations.NullMarked;
