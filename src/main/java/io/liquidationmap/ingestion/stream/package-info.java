/// What every venue's stream of liquidations needs: a connection that is kept up, silence that is noticed, and batches
/// that are stored together with the stretch in which was listened.
@NullMarked
package io.liquidationmap.ingestion.stream;

import org.jspecify.annotations.NullMarked;
