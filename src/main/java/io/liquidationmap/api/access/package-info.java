/// Who may ask, and how often: API keys and rate limits, both off unless configured.
@NullMarked
package io.liquidationmap.api.access;

import org.jspecify.annotations.NullMarked;
