import { ask } from '../api.js';
import { Canvas } from '../charts/canvas.js';
import { Explorer } from '../charts/explorer.js';
import { historyOption } from '../charts/history-chart.js';
import { takeAway } from '../controls/take.js';
import { element, number, renew, table } from '../element.js';
import { around, day, figure, percent, price, ratio, time, usd } from '../format.js';
import { modelSentence } from '../models.js';
import { noticeList } from '../notices.js';
import { colour } from '../theme.js';

/** What stands in the address for the whole map. */
const ENDS = 'ends';
const STEP = '1d';

const market = (state) => ({ symbol: state.symbol, venues: state.venues, range: state.range, model: state.model });

const now = (state) => ({ ...market(state), asOf: state.asOf, spanPct: state.spanPct });

const past = (state) => ({ ...market(state), to: state.asOf, history: state.history, step: STEP });

const isEnds = (entry) => entry.distancePct === null;

const entryOf = (imbalance, distance) => imbalance.find((entry) => (distance === ENDS ? isEnds(entry)
  : entry.distancePct === Number(distance)));

const spread = (low, high, format) => (low == null ? 'range not known' : `range ${format(low)} – ${format(high)}`);

const whereOf = (entry, at) => (isEnds(entry) ? `Between ${price(entry.lowPrice)} and ${price(entry.highPrice)}`
  : `Within ${around(entry.distancePct)} of ${price(at)}`);

const words = (label) => (label == null ? 'no label' : label.replaceAll('-', ' '));

/** Where the ratio stands among those of earlier days, as a sentence. */
function standingOf(standing, entry) {
  if (standing.withheld !== null) {
    return `Against the last ${figure(standing.windowDays)} days: ${standing.withheld}.`;
  }
  return `${ratio(entry.ratio)} is higher than on ${percent(standing.percentile)} of the last ${figure(standing.windowDays)} days`
    + `${standing.days < standing.windowDays ? `, of which ${figure(standing.days)} are known` : ''}; `
    + `${ratio(standing.normalRatioLow)} to ${ratio(standing.normalRatioHigh)} is usual.`;
}

const CONDITIONS = {
  'percentile-at-least': (each) => `higher than ${percent(each.threshold)} of days (${percent(each.value)})`,
  'percentile-at-most': (each) => `higher than no more than ${percent(each.threshold)} of days (${percent(each.value)})`,
  'share-of-open-interest-at-least': (each) => `at least ${percent(each.threshold)} of open interest nearby (${percent(each.value)})`,
  'ratio-low-above': (each) => `the whole range above ${ratio(each.threshold)} (from ${ratio(each.value)})`,
  'ratio-high-below': (each) => `the whole range below ${ratio(each.threshold)} (up to ${ratio(each.value)})`,
};

/** Shorts above the price against longs below it: how lopsided the map is, and how unusual that is. */
export class ImbalanceView {
  static title = 'Imbalance';
  static controls = ['symbol', 'distance', 'range', 'history', 'venues', 'model'];
  static live = market;

  #canvas;
  #plot;
  #explorer;
  #points = [];
  #parts;

  constructor(host) {
    const drawing = element('div', { class: 'drawing' });
    this.#plot = element('div', { class: 'plot low' }, drawing);
    this.#parts = Object.fromEntries(['notices', 'now', 'distances', 'take', 'legend', 'days']
      .map((name) => [name, element('div', { class: name })]));
    const { notices, now: present, distances, take, legend, days } = this.#parts;
    host.append(notices, present,
      element('section', { class: 'panel', 'aria-labelledby': 'history' },
        element('div', { class: 'head' }, element('h2', { id: 'history' }, 'How it came here'), take), legend, this.#plot),
      distances, days);
    this.#canvas = new Canvas(drawing);
    this.#explorer = new Explorer(this.#plot, 'Days', {
      card: (index) => [element('p', { class: 'sentence' }, this.#sentence(index))],
      sentence: (index) => this.#sentence(index),
    });
  }

  static async load(state, signal) {
    const [answer, history] = await Promise.all([
      ask('/api/imbalance', now(state), signal),
      ask('/api/imbalance/history', past(state), signal),
    ]);
    return { answer, history };
  }

  show({ answer, history }, state) {
    const entry = entryOf(answer.imbalance, state.distance) ?? answer.imbalance[0];
    this.#points = history.points.map((point) => ({ ...point, entry: entryOf(point.imbalance, state.distance) }))
      .filter((point) => point.entry?.ratio != null);
    const usual = (entry.standing ?? []).filter((each) => each.withheld === null).slice(0, 1);
    this.#canvas.draw(historyOption(this.#points, entry));
    this.#explorer.follow(this.#canvas, this.#points.map(({ asOfMs }, i, all) => ({
      low: i === 0 ? asOfMs : (all[i - 1].asOfMs + asOfMs) / 2,
      high: i === all.length - 1 ? asOfMs : (asOfMs + all[i + 1].asOfMs) / 2,
      at: asOfMs,
    })), this.#points.length - 1);
    renew(this.#parts.notices, noticeList(answer));
    renew(this.#parts.now, this.#now(answer, entry, state));
    this.#plot.hidden = this.#points.length === 0;
    renew(this.#parts.legend, this.#plot.hidden
      ? element('p', { class: 'empty' }, 'No history is kept of this: the ends of a map move with its price window.')
      : this.#legend(entry));
    renew(this.#parts.distances, this.#distances(answer, state));
    renew(this.#parts.take, takeAway({
      path: '/api/imbalance/history',
      parameters: { ...past(state), to: history.asOf },
      name: `${answer.symbol}-imbalance-history-${history.asOf.replaceAll(':', '')}`,
      canvas: this.#canvas,
      legend: [{ name: 'shorts to longs, log scale', color: colour('ratio') },
        ...usual.map(({ windowDays }) => ({ name: `usual in the last ${figure(windowDays)} days`, color: colour('shade') })),
        { name: 'price', color: colour('muted') }],
      title: `${answer.symbol} shorts above to longs below ${whereOf(entry, answer.price).toLowerCase()}, ${answer.model} model, `
        + `${time(history.asOfMs)}${answer.simulated ? ' – SIMULATED MARKET' : ''}`,
    }));
    renew(this.#parts.days, this.#days());
  }

  #sentence(index) {
    const { asOfMs, price: at, entry } = this.#points[index];
    return `${day(asOfMs)}: ${ratio(entry.ratio)}, ${usd(entry.upUsd)} of shorts above against `
      + `${usd(entry.downUsd)} of longs below, at ${price(at)}.`;
  }

  #now(answer, entry, state) {
    const fuel = entry.squeezeFuel;
    return element('section', { class: 'panel', 'aria-label': 'The imbalance now' },
      element('div', { class: 'head' },
        element('div', { class: 'ratio' },
          element('b', { class: entry.dominantSide === 'long' ? 'down' : 'up' }, ratio(entry.ratio)),
          element('span', {}, `shorts above to longs below, ${spread(entry.ratioLow, entry.ratioHigh, ratio)}`),
          !isEnds(entry) && element('strong', { class: 'label' }, words(entry.label))),
        takeAway({
          path: '/api/imbalance',
          parameters: { ...now(state), asOf: answer.asOf },
          name: `${answer.symbol}-imbalance-${answer.asOf.replaceAll(':', '')}`,
        })),
      element('p', { class: 'sentence' }, `${whereOf(entry, answer.price)}: ${usd(entry.upUsd)} of shorts would be liquidated by a rise`
        + ` (${spread(entry.upUsdLow, entry.upUsdHigh, usd)}), ${usd(entry.downUsd)} of longs by a fall`
        + ` (${spread(entry.downUsdLow, entry.downUsdHigh, usd)}).`),
      (entry.standing ?? []).map((standing) => element('p', { class: 'standing' }, standingOf(standing, entry))),
      fuel && element('p', {}, `That is ${percent(fuel.upOfDailyVolumePct)} of an average day's volume upwards, `
        + `${percent(fuel.downOfDailyVolumePct)} downwards; of what it takes to move price that far, with order books as`
        + ` they usually are, perhaps ${percent(fuel.upOfDepthPct)} and ${percent(fuel.downOfDepthPct)}.`),
      (entry.conditions ?? []).length > 0 && element('ul', { class: 'conditions', 'aria-label': 'What the label needs' },
        entry.conditions.map((each) => element('li', { 'data-met': String(each.met) },
          `${each.met === null ? '?' : each.met ? '✓' : '✗'} ${CONDITIONS[each.condition]?.(each) ?? words(each.condition)}`))),
      isEnds(entry) && this.#ends(answer.mapEnds),
      modelSentence(answer.model));
  }

  #ends({ conserved, opened, explanation }) {
    return element('div', {},
      element('p', {}, `Conserved model ${ratio(conserved.ratio)}, opened model ${ratio(opened.ratio)}.`),
      element('p', {}, explanation));
  }

  #legend(entry) {
    const first = (entry.standing ?? []).find((each) => each.withheld === null);
    return element('ul', { class: 'swatches' },
      element('li', {}, element('i', { class: 'curve ratio-line' }), 'shorts to longs, log scale'),
      first && element('li', {}, element('i', { class: 'usual' }), `usual in the last ${figure(first.windowDays)} days`),
      element('li', {}, element('i', { class: 'curve' }), 'price'));
  }

  #distances(answer, state) {
    return element('section', { class: 'panel' },
      element('h2', {}, 'At every distance'),
      table('Imbalance at every distance',
        ['Within', number('Shorts above'), number('Longs below'), number('Ratio'), number('Range'), number('Percentile'), 'Label'],
        answer.imbalance.map((entry) => [
          isEnds(entry) ? `the map's ends, ${around(state.spanPct)}` : around(entry.distancePct),
          number(usd(entry.upUsd)), number(usd(entry.downUsd)), number(ratio(entry.ratio)),
          number(entry.ratioLow == null ? '–' : `${ratio(entry.ratioLow)} – ${ratio(entry.ratioHigh)}`),
          number(figure(entry.standing?.[0]?.percentile)), isEnds(entry) ? '–' : words(entry.label)])));
  }

  #days() {
    const fill = (event) => {
      if (event.target.open && event.target.children.length === 1) {
        event.target.append(table('Every day', ['Day', number('Price'), number('Shorts above'), number('Longs below'),
          number('Ratio')], this.#points.map(({ asOfMs, price: at, entry }) => [day(asOfMs), number(price(at)),
          number(usd(entry.upUsd)), number(usd(entry.downUsd)), number(ratio(entry.ratio))])));
      }
    };
    return element('details', { class: 'panel', toggle: fill },
      element('summary', {}, `The history as a table, ${figure(this.#points.length)} days`));
  }

  dispose() {
    this.#canvas.dispose();
  }
}
