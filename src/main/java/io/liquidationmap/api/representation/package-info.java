/// Answers as bytes: JSON or CSV, plain or gzip, each with its own strong ETag, kept for the next to ask.
@NullMarked
package io.liquidationmap.api.representation;

import org.jspecify.annotations.NullMarked;
