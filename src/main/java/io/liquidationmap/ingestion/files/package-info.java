/// Import of files from the command line: CSV with a header, and the files of the Binance public archive. Public
/// are the command itself, for the application's main class, and the reading of bars that are not to be stored.
@NullMarked
@NamedInterface("files")
package io.liquidationmap.ingestion.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
