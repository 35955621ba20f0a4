import { current, go } from '../address.js';
import { assets, venuesOf } from '../catalog.js';
import { around } from '../format.js';
import { checklist, menu, strip } from './choice.js';

/*
 * The settings above a chart. Each view says which of them it has.
 */

const RANGES = ['1d', '7d', '30d', '90d', '180d', '365d'];
const DISTANCES = ['2', '5', '10', '20'];
const WHOLE_MAP = { minPrice: '', maxPrice: '' };

const CONTROLS = {
  symbol: (state) => menu('Symbol', 'symbol', assets().map((each) => [each, each]), state.symbol,
    (symbol) => go({ symbol, venues: '', ...WHOLE_MAP })),
  range: (state) => strip(state.view === 'heatmap' ? 'Time shown' : 'Positions opened within', 'range',
    RANGES.map((range) => [range, range]), state.range, (range) => go({ range })),
  span: (state) => menu('Prices', 'spanPct',
    ['5', '10', '20', '40', '80'].map((span) => [span, around(Number(span))]), state.spanPct,
    (spanPct) => go({ spanPct, ...WHOLE_MAP })),
  distance: (state) => strip('Distance from the price', 'distance',
    [...DISTANCES.map((distance) => [distance, around(Number(distance))]), ...(state.view === 'imbalance' ? [['ends', 'Whole map']] : [])],
    state.distance, (distance) => go({ distance })),
  history: (state) => strip('History shown', 'history',
    ['30d', '90d', '180d', '365d', '730d'].map((history) => [history, history]), state.history,
    (history) => go({ history })),
  worlds: (state) => strip('Simulated worlds', 'worlds',
    [['ordinary', 'Ordinary'], ['hostile', 'Hostile']], state.worlds, (worlds) => go({ worlds })),
  venues: (state) => checklist('Venues', 'venues', venuesOf(state.symbol), state.venues.split(',').filter(Boolean),
    (venues) => go({ venues: venues.join(',') })),
  model: (state) => strip('Model', 'model',
    [['conserved', 'Conserved'], ['opened', 'Opened']], state.model, (model) => go({ model })),
  groupBy: (state) => strip('Stacked by', 'groupBy',
    [['leverage', 'Leverage'], ['venue', 'Venue'], ['', 'Nothing']], state.groupBy, (groupBy) => go({ groupBy })),
  buckets: (state) => menu('Levels', 'buckets',
    ['100', '200', '500', '1000', '2000'].map((buckets) => [buckets, buckets]), state.buckets,
    (buckets) => go({ buckets })),
};

/** Shows the settings of a view. What was focused stays focused. */
export function showControls(form, names) {
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  const open = form.querySelector('details[open]')?.dataset.name;
  form.replaceChildren(...names.map((name) => CONTROLS[name](current())));
  form.hidden = names.length === 0;
  if (open) {
    form.querySelector(`details[data-name="${open}"]`)?.setAttribute('open', '');
  }
  if (focused) {
    const same = [...form.querySelectorAll(`[name="${focused.name}"]`)];
    (same.find((each) => each.value === focused.value) ?? same[0])?.focus();
  }
}
