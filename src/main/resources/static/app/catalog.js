import { ask } from './api.js';

/*
 * What there is to look at. Asked for once, and again while there is nothing yet.
 */

let symbols = [];

/** Learns what there is. */
export async function loadCatalog() {
  symbols = (await ask('/api/symbols')).symbols;
}

/** The base assets. */
export const assets = () => symbols.map((each) => each.symbol);

const instruments = (symbol) => symbols
  .filter((each) => each.symbol === symbol)
  .flatMap((each) => each.instruments)
  .concat(symbols.flatMap((each) => each.instruments).filter((each) => each.instrument === symbol));

/** The venues that list a symbol. */
export const venuesOf = (symbol) => [...new Set(instruments(symbol).map((each) => each.venue))].sort();

/** From when to when history of a symbol is stored; null if there is none. */
export function historyOf(symbol) {
  const stored = instruments(symbol).filter((each) => each.fromMs != null);
  return stored.length === 0 ? null : {
    fromMs: Math.min(...stored.map((each) => each.fromMs)),
    toMs: Math.max(...stored.map((each) => each.toMs)),
  };
}
