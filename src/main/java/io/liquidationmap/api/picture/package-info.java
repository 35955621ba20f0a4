/// The map as a picture, for chat bots and reports. A chart library lays it out; this package says what is drawn and in
/// which colours.
@NullMarked
package io.liquidationmap.api.picture;

import org.jspecify.annotations.NullMarked;
