/// What a map said would be force-closed against what was, out of time. A map is no price forecast: it is asked how
/// much goes if price goes as far as it then went, and what counts is how much better it knows that than a model that
/// is told the distance alone.
@NullMarked
@NamedInterface("forecast")
package io.liquidationmap.accuracy.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
