/// Errors as RFC 9457 problem details: one code per cause, and never anything of the inside.
@NullMarked
package io.liquidationmap.api.problem;

import org.jspecify.annotations.NullMarked;
