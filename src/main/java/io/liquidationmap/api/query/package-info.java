/// Reading query strings: what each parameter means and allows, and refusal of everything else, all errors at once.
@NullMarked
package io.liquidationmap.api.query;

import org.jspecify.annotations.NullMarked;
