/// The shared words: venues, instruments, bars, margin schedules, ranges. Records that validate themselves and name
/// their unit; they depend on nothing but the JDK.
@NullMarked
package io.liquidationmap.market;

import org.jspecify.annotations.NullMarked;
