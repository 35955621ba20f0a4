import { current, go, USUAL } from '../address.js';
import { ask } from '../api.js';
import { Canvas } from '../charts/canvas.js';
import { Explorer } from '../charts/explorer.js';
import { bandsOf, edgeOf, mapOption } from '../charts/map-chart.js';
import { takeAway } from '../controls/take.js';
import { element, number, table } from '../element.js';
import { around, distance, figure, percent, price, ratio, time, usd } from '../format.js';
import { noticeList } from '../notices.js';

const MODELS = {
  conserved: 'Conserved: each side sums to open interest, because positions also close by themselves.',
  opened: 'Opened, the popular map: a level stays until price passes through it, so it shows more than is still open.',
};
const SIDES = { short: 'shorts', long: 'longs' };
const MARKED_PCT = 10;
const KEPT_LIQUIDATIONS = 20;

const parameters = (state) => ({
  symbol: state.symbol,
  venues: state.venues,
  range: state.range,
  model: state.model,
  asOf: state.asOf,
});

const windowed = (state) => ({
  ...parameters(state),
  ...(state.minPrice && state.maxPrice ? { minPrice: state.minPrice, maxPrice: state.maxPrice }
    : { spanPct: state.spanPct }),
  buckets: state.buckets,
  groupBy: state.groupBy,
});

const range = (low, high) => (low == null ? 'range not known' : `range ${usd(low)} – ${usd(high)}`);

/** What is force-closed if price comes to the far edge of a level, as a sentence. */
const sentenceOf = (answer, bucket) => `If ${answer.symbol} reaches ${price(edgeOf(bucket))}, about `
  + `${usd(bucket.cumulativeUsd)} is liquidated (${range(bucket.cumulativeUsdLow, bucket.cumulativeUsdHigh)}).`;

/** The liquidation map: what would be force-closed at which price. */
export class MapView {
  static title = 'Map';
  static controls = ['symbol', 'range', 'span', 'venues', 'model', 'groupBy', 'buckets'];
  static live = parameters;

  #canvas;
  #explorer;
  #answer;
  #bands = [];
  #happened = [];
  #parts;

  constructor(host) {
    const drawing = element('div', { class: 'drawing' });
    const plot = element('div', { class: 'plot' }, drawing);
    this.#parts = Object.fromEntries(
      ['notices', 'facts', 'take', 'model', 'legend', 'zoom', 'clusters', 'happening', 'levels', 'made']
        .map((name) => [name, element('div', { class: name })]));
    const { notices, facts, take, model, legend, zoom, clusters, happening, levels, made } = this.#parts;
    host.append(notices,
      element('section', { class: 'panel', 'aria-label': 'Liquidation map' },
        element('div', { class: 'head' }, facts, take),
        model, element('div', { class: 'head' }, legend, zoom), plot),
      clusters, happening, levels, made);
    this.#canvas = new Canvas(drawing);
    this.#explorer = new Explorer(plot, 'Price levels', {
      card: (index) => this.#card(this.#answer.buckets[index]),
      sentence: (index) => sentenceOf(this.#answer, this.#answer.buckets[index]),
      zoom: (low, high) => this.#zoom(low, high),
      unzoom: () => this.#unzoom(),
    });
  }

  static async load(state, signal) {
    const [answer, heaviest] = await Promise.all([
      ask('/api/liquidations', windowed(state), signal),
      ask('/api/liquidations/clusters', parameters(state), signal),
    ]);
    return { answer, clusters: heaviest.clusters };
  }

  show({ answer, clusters }, state) {
    this.#answer = answer;
    this.#bands = bandsOf(answer.buckets, state.groupBy);
    this.#canvas.draw(mapOption(answer, clusters, this.#bands));
    this.#explorer.follow(this.#canvas,
      answer.buckets.map((bucket) => ({ low: bucket.low, high: bucket.high, at: edgeOf(bucket) })),
      answer.buckets.findIndex((bucket) => bucket.side === 'short'));
    this.#parts.notices.replaceChildren(noticeList(answer));
    this.#parts.facts.replaceChildren(...this.#facts());
    this.#parts.model.replaceChildren(element('p', { class: 'small' }, MODELS[answer.model]));
    this.#parts.legend.replaceChildren(this.#legend());
    this.#parts.zoom.replaceChildren(...this.#zoomed(state));
    this.#parts.take.replaceChildren(this.#take(state));
    this.#parts.clusters.replaceChildren(this.#clusters(clusters));
    this.#parts.levels.replaceChildren(this.#levels());
    this.#parts.made.replaceChildren(this.#made());
  }

  /** The price moves on before the next map is there. */
  price(event) {
    this.#parts.facts.querySelector('b').textContent = price(event.price);
  }

  /** Something was liquidated just now. */
  liquidation(event) {
    this.#happened = [event, ...this.#happened].slice(0, KEPT_LIQUIDATIONS);
    this.#parts.happening.replaceChildren(element('section', { class: 'panel' },
      element('h2', {}, 'Liquidated just now'),
      table('Liquidations as they happen', ['Time', 'Where', 'Side', number('Price'), number('Amount')],
        this.#happened.map((each) => [time(each.timeMs), `${each.venue} ${each.instrument}`, SIDES[each.side],
          number(price(each.price)), number(usd(each.usd))]))));
  }

  #facts() {
    const { totals, imbalance, price: now, symbol } = this.#answer;
    const near = imbalance.find((entry) => entry.distancePct === MARKED_PCT);
    const fact = (name, value, more) => element('p', { class: 'fact' },
      element('span', {}, name), element('b', { class: more }, value));
    return [
      fact(symbol, price(now)),
      fact('Shorts above', usd(totals.upUsd), 'up'),
      fact('Longs below', usd(totals.downUsd), 'down'),
      near && fact(`Within ${around(MARKED_PCT)}`, ratio(near.ratio)),
    ].filter(Boolean);
  }

  #legend() {
    return element('ul', { class: 'swatches' },
      this.#bands.map((band) => {
        const swatch = element('i', {});
        swatch.style.background = band.color;
        return element('li', {}, swatch, band.name);
      }),
      element('li', {}, element('i', { class: 'curve up' }), 'cumulative upwards'),
      element('li', {}, element('i', { class: 'curve down' }), 'downwards, with their ranges'),
      element('li', {}, element('i', { class: 'mark' }), 'heaviest clusters'));
  }

  #zoomed(state) {
    return state.minPrice && state.maxPrice
      ? [element('button', { type: 'button', class: 'quiet', click: () => this.#unzoom() },
        `${price(Number(state.minPrice))} – ${price(Number(state.maxPrice))} ✕ whole map`)]
      : [element('span', { class: 'small hint' }, 'Drag to zoom')];
  }

  #take(state) {
    const { symbol, range: opened, asOf, asOfMs, model } = this.#answer;
    return takeAway({
      path: '/api/liquidations',
      parameters: { ...windowed(state), asOf },
      name: `${symbol}-liquidations-${opened}-${asOf.replaceAll(':', '')}`,
      canvas: this.#canvas,
      title: `${symbol} liquidation map, positions opened within ${opened}, ${model} model, ${time(asOfMs)}`
        + (this.#answer.simulated ? ' – SIMULATED MARKET' : ''),
    });
  }

  #card(bucket) {
    const parts = this.#bands.map((band) => [band, band.usd(bucket)]).filter(([, amount]) => amount >= 1);
    return [
      element('p', { class: 'sentence' }, sentenceOf(this.#answer, bucket)),
      element('p', {}, `At this level, ${price(bucket.low)} – ${price(bucket.high)}: `,
        element('b', { class: bucket.side === 'short' ? 'up' : 'down' }, `${usd(bucket.usd)} of ${SIDES[bucket.side]}`),
        bucket.usdLow == null ? '' : ` (${range(bucket.usdLow, bucket.usdHigh)})`),
      parts.length > 1 && element('ul', { class: 'swatches' }, parts.map(([band, amount]) => {
        const swatch = element('i', {});
        swatch.style.background = band.color;
        return element('li', {}, swatch, `${band.name} ${usd(amount)}`);
      })),
    ].filter(Boolean);
  }

  #clusters(clusters) {
    return element('section', { class: 'panel' },
      element('h2', {}, 'Heaviest clusters'),
      table('Heaviest clusters on each side', ['Side', number('Rank'), number('Price'), number('From'), number('To'),
        number('Away'), number('About'), number('Range'), number('Share of side')],
      clusters.map((cluster) => [SIDES[cluster.side], number(figure(cluster.rank)), number(price(cluster.price)),
        number(price(cluster.low)), number(price(cluster.high)), number(distance(cluster.distancePct)),
        number(usd(cluster.usd)), number(cluster.usdLow == null ? '–' : `${usd(cluster.usdLow)} – ${usd(cluster.usdHigh)}`),
        number(percent(cluster.shareOfSidePct))])));
  }

  /** The map once more, for those who read rather than look. Filled when it is opened. */
  #levels() {
    const { buckets } = this.#answer;
    const fill = (event) => {
      if (event.target.open && event.target.children.length === 1) {
        event.target.append(table('Every price level', ['Side', number('From'), number('To'), number('At this level'),
          number('From price to here'), number('Low'), number('High')],
        buckets.map((bucket) => [SIDES[bucket.side], number(price(bucket.low)), number(price(bucket.high)),
          number(usd(bucket.usd)), number(usd(bucket.cumulativeUsd)), number(usd(bucket.cumulativeUsdLow)),
          number(usd(bucket.cumulativeUsdHigh))])));
      }
    };
    return element('details', { class: 'panel', toggle: fill },
      element('summary', {}, `The map as a table, ${figure(buckets.length)} levels`));
  }

  #made() {
    const { coverage, method } = this.#answer;
    return element('section', { class: 'panel' },
      element('h2', {}, 'What this map is made of'),
      element('p', {}, `Counted ${method.convention}. Amounts in ${method.valuation}. A ${method.notice}.`
        + (method.errorFactor == null ? '' : ` Typically off by a factor of ${figure(method.errorFactor)}.`)),
      table('Sources', ['Instrument', 'Calibrated on', number('Bars'), number('Expected'), 'Newest'],
        coverage.map((each) => [`${each.venue} ${each.instrument}`, CALIBRATIONS[each.calibration],
          number(figure(each.barsPresent)), number(figure(each.barsExpected)), time(each.toMs)])),
      element('p', { class: 'small' }, `Model ${method.version}, input ${method.inputHash}`));
  }

  #zoom(low, high) {
    const digits = (value) => Number(value.toPrecision(6)).toString();
    if (low > 0 && digits(low) !== digits(high)) {
      go({ minPrice: digits(low), maxPrice: digits(high) });
    }
  }

  #unzoom() {
    if (current().minPrice) {
      go({ minPrice: USUAL.minPrice, maxPrice: USUAL.maxPrice });
    }
  }

  dispose() {
    this.#canvas.dispose();
  }
}

const CALIBRATIONS = {
  complete: 'every liquidation',
  throttled: 'a sample of liquidations',
  'open-interest': 'falls of open interest',
  none: 'nothing yet: assumed',
};
