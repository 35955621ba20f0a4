/// What tests of all modules share: a PostgreSQL server and a clock that obeys.
@NullMarked
package io.liquidationmap.testing;

import org.jspecify.annotations.NullMarked;
