/// The OpenAPI description and the way to it.
@NullMarked
package io.liquidationmap.api.documentation;

import org.jspecify.annotations.NullMarked;
