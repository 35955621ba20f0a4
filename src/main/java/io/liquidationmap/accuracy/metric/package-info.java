/// A map against the truth, in numbers: what a map must tell to be measured, and one class per way of measuring it.
@NullMarked
package io.liquidationmap.accuracy.metric;

import org.jspecify.annotations.NullMarked;
