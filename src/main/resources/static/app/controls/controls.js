import { current, go } from '../address.js';
import { assets, venuesOf } from '../catalog.js';
import { element } from '../element.js';
import { around } from '../format.js';
import { checklist, menu, strip } from './choice.js';

/*
 * The settings above a chart. Each view says which of them it has.
 */

const RANGES = ['1d', '7d', '30d', '90d', '180d', '365d'];
/** How far the map reaches to either side of the price, in percent. */
export const SPANS = ['5', '10', '20', '40', '80'];
const DISTANCES = ['2', '5', '10', '20'];
const WHOLE_MAP = { minPrice: '', maxPrice: '' };

const CONTROLS = {
  symbol: (state) => menu('Symbol', 'symbol', assets().map((each) => [each, each]), state.symbol,
    (symbol) => go({ symbol, venues: '', ...WHOLE_MAP })),
  range: (state) => strip(state.view === 'heatmap' ? 'Time shown' : 'Positions opened within', 'range',
    RANGES.map((range) => [range, range]), state.range, (range) => go({ range })),
  span: (state) => menu('Prices', 'spanPct',
    SPANS.map((span) => [span, around(Number(span))]), state.spanPct,
    (spanPct) => go({ spanPct, ...WHOLE_MAP })),
  heatmapSpan: (state) => menu('Prices', 'heatmapSpanPct',
    [['', 'Fitting'], ...SPANS.map((span) => [span, around(Number(span))])], state.heatmapSpanPct,
    (heatmapSpanPct) => go({ heatmapSpanPct, ...WHOLE_MAP })),
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

/** On a phone the settings but the first ones are folded up, for the drawing to be in sight. */
const narrow = matchMedia('(max-width: 640px)');
const KEPT_IN_SIGHT = 2;

const folded = ([first, ...others]) => [first,
  element('details', { class: 'more', 'data-name': 'more' }, element('summary', {}, 'More settings'),
    element('div', {}, others.slice(KEPT_IN_SIGHT - 1))),
  ...others.slice(0, KEPT_IN_SIGHT - 1)];

/** Shows the settings of a view. What was focused stays focused. */
export function showControls(form, names) {
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  const open = [...form.querySelectorAll('details[open]')].map((each) => each.dataset.name);
  const made = names.map((name) => CONTROLS[name](current()));
  form.replaceChildren(...(narrow.matches && made.length > KEPT_IN_SIGHT + 1 ? folded(made) : made));
  form.hidden = names.length === 0;
  open.forEach((name) => form.querySelector(`details[data-name="${name}"]`)?.setAttribute('open', ''));
  if (focused) {
    const same = [...form.querySelectorAll(`[name="${focused.name}"]`)];
    (same.find((each) => each.value === focused.value) ?? same[0])?.focus();
  }
}

/** Calls back when the settings must be arranged anew, for a screen that was turned. */
export const whenTurned = (listener) => narrow.addEventListener('change', listener);
