/// The form in which venues' klines and positioning statistics arrive, in archive files and over HTTP, and how bars are
/// put together from them.
@NullMarked
package io.liquidationmap.ingestion.archive;

import org.jspecify.annotations.NullMarked;
