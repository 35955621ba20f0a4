/// Import of files from the command line: CSV with a header, and the files of the Binance public archive. Only the
/// command itself is public, for the application's main class.
@NullMarked
@NamedInterface("files")
package io.liquidationmap.ingestion.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
