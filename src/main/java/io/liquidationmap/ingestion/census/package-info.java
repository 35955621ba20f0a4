/// The census of positions: accounts of venues that publish them are learned of, visited again and again, and what each
/// holds is stored.
@NullMarked
package io.liquidationmap.ingestion.census;

import org.jspecify.annotations.NullMarked;
