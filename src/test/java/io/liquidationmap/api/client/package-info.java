/// The service as other programs use it.
@NullMarked
package io.liquidationmap.api.client;

import org.jspecify.annotations.NullMarked;
