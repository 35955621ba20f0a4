/// What there is to ask: symbols, venues, endpoints with their parameters.
@NullMarked
package io.liquidationmap.api.catalog;

import org.jspecify.annotations.NullMarked;
