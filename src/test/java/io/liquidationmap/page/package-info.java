/// The page in a real browser, over the real service with a real database.
@NullMarked
package io.liquidationmap.page;

import org.jspecify.annotations.NullMarked;
