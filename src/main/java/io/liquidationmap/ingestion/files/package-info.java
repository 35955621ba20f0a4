/// Import of files from the command line: CSV with a header, and the files of the Binance public archive.
@NullMarked
package io.liquidationmap.ingestion.files;

import org.jspecify.annotations.NullMarked;
