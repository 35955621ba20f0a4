/// What every venue's HTTP client needs: request budgets, obedience to a venue that asks to be left alone, and one
/// kind of failure.
@NullMarked
package io.liquidationmap.ingestion.http;

import org.jspecify.annotations.NullMarked;
