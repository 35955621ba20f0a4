/*
 * What is being looked at. All of it stands in the address bar, under the names the API has for it, so that an address
 * can be kept and passed on; what is as usual is left out.
 */

/** Every setting, as it usually is. */
export const USUAL = Object.freeze({
  view: 'map',
  symbol: 'BTC',
  range: '30d',
  venues: '',
  model: 'conserved',
  groupBy: 'leverage',
  spanPct: '20',
  heatmapSpanPct: '',
  minPrice: '',
  maxPrice: '',
  buckets: '200',
  asOf: '',
  distance: '10',
  history: '365d',
  worlds: 'ordinary',
});

const listeners = new Set();
let state = read();

function read() {
  const given = new URLSearchParams(location.search);
  return Object.freeze(Object.fromEntries(
    Object.entries(USUAL).map(([name, usual]) => [name, given.get(name) ?? usual])));
}

/** What is being looked at now. */
export const current = () => state;

/** The address of what would be looked at after a change. */
export function addressAfter(change) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...state, ...change })) {
    if (value !== USUAL[name]) {
      query.set(name, value);
    }
  }
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text ? `?${text}` : '/';
}

/**
 * Looks at something else.
 *
 * @param {Object} change the settings that change
 * @param {boolean} passing whether it is one of many on the way, which the back button should skip
 */
export function go(change, passing = false) {
  const address = addressAfter(change);
  history[passing ? 'replaceState' : 'pushState'](null, '', address);
  arrive();
}

/** Calls back with the new and the old settings after each change. */
export function whenChanged(listener) {
  listeners.add(listener);
}

function arrive() {
  const before = state;
  state = read();
  listeners.forEach((listener) => listener(state, before));
}

window.addEventListener('popstate', arrive);
