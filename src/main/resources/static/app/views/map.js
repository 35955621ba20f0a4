import { current, go, USUAL } from '../address.js';
import { ask } from '../api.js';
import { Canvas } from '../charts/canvas.js';
import { Explorer } from '../charts/explorer.js';
import { bandsOf, edgeOf, mapOption } from '../charts/map-chart.js';
import { SPANS } from '../controls/controls.js';
import { takeAway } from '../controls/take.js';
import { ZoomButtons } from '../controls/zoom.js';
import { element, number, renew, table } from '../element.js';
import { around, distance, figure, percent, price, ratio, time, usd } from '../format.js';
import { modelSentence } from '../models.js';
import { noticeList } from '../notices.js';
import { colour } from '../theme.js';

const SIDES = { short: 'shorts', long: 'longs' };
const MARKED_PCT = 10;
const KEPT_LIQUIDATIONS = 20;
/** What happened so long before the newest bar is no news. */
const JUST_NOW_MS = 3_600_000;
/** A stretch of prices this much of its lower end wide is looked at no closer. */
const NARROWEST = 0.001;

const digits = (value) => Number(value.toPrecision(6)).toString();

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
  #zoomButtons;
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
      element('section', { class: 'panel drawn', 'aria-label': 'Liquidation map' },
        element('div', { class: 'head' }, facts, take),
        model, element('div', { class: 'head' }, legend, zoom), plot),
      clusters, happening, levels, made);
    this.#canvas = new Canvas(drawing);
    this.#explorer = new Explorer(plot, 'Price levels', {
      card: (index) => this.#card(this.#answer.buckets[index]),
      sentence: (index) => sentenceOf(this.#answer, this.#answer.buckets[index]),
      zoom: (low, high) => this.#zoom(low, high),
      unzoom: () => this.#unzoom(),
      zoomBy: (factor, index) => this.#zoomBy(factor, edgeOf(this.#answer.buckets[index])),
    });
    this.#zoomButtons = new ZoomButtons(zoom, {
      by: (factor) => this.#zoomBy(factor),
      along: (share) => this.#zoomAlong(share),
      whole: () => this.#unzoom(),
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
    renew(this.#parts.notices, noticeList(answer));
    renew(this.#parts.facts, ...this.#facts());
    renew(this.#parts.model, modelSentence(answer.model));
    renew(this.#parts.legend, this.#legend());
    this.#zoomButtons.show(state.minPrice && state.maxPrice
      ? `${price(Number(state.minPrice))} – ${price(Number(state.maxPrice))}` : null);
    renew(this.#parts.take, this.#take(state));
    renew(this.#parts.clusters, this.#clusters(clusters));
    renew(this.#parts.levels, this.#levels());
    renew(this.#parts.made, this.#made());
  }

  /** The price moves on before the next map is there. */
  price(event) {
    this.#parts.facts.querySelector('b').textContent = price(event.price);
  }

  /** Something was liquidated just now, unless it is an old one that was stored late. */
  liquidation(event) {
    if (event.timeMs < this.#answer.asOfMs - JUST_NOW_MS) {
      return;
    }
    this.#happened = [event, ...this.#happened].slice(0, KEPT_LIQUIDATIONS);
    renew(this.#parts.happening, element('section', { class: 'panel' },
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

  /** What the colours of a picture mean. */
  #meanings() {
    return [...this.#bands.map(({ name, color }) => ({ name, color })),
      { name: 'cumulative upwards', color: colour('up') },
      { name: 'downwards, with their ranges', color: colour('down') },
      { name: 'heaviest clusters, by rank', color: colour('muted') }];
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

  #take(state) {
    const { symbol, range: opened, asOf, asOfMs, model } = this.#answer;
    return takeAway({
      path: '/api/liquidations',
      parameters: { ...windowed(state), asOf },
      name: `${symbol}-liquidations-${opened}-${asOf.replaceAll(':', '')}`,
      canvas: this.#canvas,
      legend: this.#meanings(),
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
    if (low > 0 && (high - low) / low >= NARROWEST) {
      go({ minPrice: digits(low), maxPrice: digits(high) });
    }
  }

  /** Shows a stretch of prices so many times as long, around a price; beyond the whole map the next wider one. */
  #zoomBy(factor, around = this.#middle()) {
    const [low, high] = this.#window();
    const from = around - (around - low) * factor;
    const to = around + (high - around) * factor;
    const { minPrice, spanPct } = current();
    const half = (this.#answer.price * Number(spanPct)) / 100;
    if (factor > 1 && !minPrice) {
      go({ spanPct: SPANS[SPANS.indexOf(spanPct) + 1] ?? spanPct });
    } else if (from <= this.#answer.price - half && to >= this.#answer.price + half) {
      this.#unzoom();
    } else {
      this.#zoom(Math.max(from, low / 2), to);
    }
  }

  #zoomAlong(share) {
    const [low, high] = this.#window();
    this.#zoom(low + (high - low) * share, high + (high - low) * share);
  }

  #window() {
    const { buckets } = this.#answer;
    return [buckets[0].low, buckets.at(-1).high];
  }

  /** The price, where it can be seen. */
  #middle() {
    const [low, high] = this.#window();
    const { price: now } = this.#answer;
    return now > low && now < high ? now : (low + high) / 2;
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
