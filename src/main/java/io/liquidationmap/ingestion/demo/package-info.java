/// A simulated venue behind the same port as the real ones, for trying the service without an exchange.
@NullMarked
package io.liquidationmap.ingestion.demo;

import org.jspecify.annotations.NullMarked;
