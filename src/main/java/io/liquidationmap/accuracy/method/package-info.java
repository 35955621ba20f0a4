/// The ways of drawing a map that are compared: ours, the popular ones, ours with a part taken out, and bounds that know
/// the positions. A method is shown bars in their order and so cannot know a later one.
@NullMarked
package io.liquidationmap.accuracy.method;

import org.jspecify.annotations.NullMarked;
