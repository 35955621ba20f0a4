import { ask } from '../api.js';
import { Canvas } from '../charts/canvas.js';
import { Explorer } from '../charts/explorer.js';
import { columnsOf, heatmapOption, scaleStrip } from '../charts/heatmap-chart.js';
import { takeAway } from '../controls/take.js';
import { element, number, renew, table } from '../element.js';
import { figure, price, time, usd } from '../format.js';
import { modelSentence } from '../models.js';
import { noticeList } from '../notices.js';
import { colour } from '../theme.js';

const SIDES = { short: 'shorts', long: 'longs' };
const PATH = '/api/liquidations/heatmap';

const market = (state) => ({ symbol: state.symbol, venues: state.venues, range: state.range, model: state.model });

/** Time brings price away from where it is now: the longer it is, the more. */
const FITTING = { '1d': '10', '7d': '20', '30d': '40', '90d': '80', '180d': '80', '365d': '80' };

const windowed = (state) => ({
  ...market(state),
  asOf: state.asOf,
  ...(state.minPrice && state.maxPrice ? { minPrice: state.minPrice, maxPrice: state.maxPrice }
    : { spanPct: state.heatmapSpanPct || (FITTING[state.range] ?? '80') }),
});

/** The map over time: what would have been force-closed at each price, with the candles and what really was. */
export class HeatmapView {
  static title = 'Heatmap';
  static controls = ['symbol', 'range', 'heatmapSpan', 'venues', 'model'];
  static live = market;

  #canvas;
  #explorer;
  #parts;
  #answer;
  #columns = [];
  #byColumn = [];
  #happened = [];

  constructor(host) {
    const drawing = element('div', { class: 'drawing' });
    const plot = element('div', { class: 'plot' }, drawing);
    this.#parts = Object.fromEntries(['notices', 'facts', 'take', 'model', 'legend', 'columns']
      .map((name) => [name, element('div', { class: name })]));
    const { notices, facts, take, model, legend, columns } = this.#parts;
    host.append(notices, element('section', { class: 'panel drawn', 'aria-label': 'Heatmap' },
      element('div', { class: 'head' }, facts, take), model, legend, plot), columns);
    this.#canvas = new Canvas(drawing);
    this.#explorer = new Explorer(plot, 'Times', {
      everyMove: true,
      card: (index, y) => this.#card(index, y),
      sentence: (index) => this.#sentence(index),
    });
  }

  static async load(state, signal) {
    const answer = await ask(PATH, windowed(state), signal);
    const { steps } = await ask('/api/liquidations/realised', {
      symbol: state.symbol,
      venues: state.venues,
      asOf: answer.asOf,
      from: new Date(answer.times[0].timeMs).toISOString(),
      step: answer.step,
    }, signal);
    return { answer, steps };
  }

  show({ answer, steps }, state) {
    this.#answer = answer;
    const { times, prices, cells } = answer;
    this.#columns = columnsOf(times, times.length > 1 ? times[1].timeMs - times[0].timeMs : 3_600_000);
    this.#byColumn = times.map(() => []);
    cells.forEach((cell) => this.#byColumn[cell.timeIndex].push(cell));
    const index = new Map(times.map((each, i) => [each.timeMs, i]));
    this.#happened = times.map(() => []);
    steps.filter((step) => step.usd > 0 && index.has(step.toMs))
      .forEach((step) => this.#happened[index.get(step.toMs)].push(step));
    this.#canvas.draw(heatmapOption(answer, this.#columns, this.#dots()));
    this.#explorer.follow(this.#canvas, this.#columns, times.length - 1);
    renew(this.#parts.notices, noticeList(answer));
    renew(this.#parts.facts,
      element('p', { class: 'fact' }, element('span', {}, answer.symbol), element('b', {}, price(answer.price))),
      element('p', { class: 'fact' }, element('span', {}, 'Each column'), element('b', {}, answer.step)),
      element('p', { class: 'fact' }, element('span', {}, 'Brightest cell'), element('b', {}, usd(answer.maxUsd))));
    renew(this.#parts.model, modelSentence(answer.model));
    renew(this.#parts.legend, this.#legend());
    renew(this.#parts.take, takeAway({
      path: PATH,
      parameters: { ...windowed(state), asOf: answer.asOf },
      name: `${answer.symbol}-heatmap-${answer.range}-${answer.asOf.replaceAll(':', '')}`,
      canvas: this.#canvas,
      legend: [
        { name: `$0 to ${usd(answer.maxUsd)} would be liquidated there`, strip: scaleStrip() },
        { name: 'longs that were liquidated', color: colour('down') },
        { name: 'shorts that were', color: colour('up') },
      ],
      title: `${answer.symbol} liquidation heatmap, ${answer.range}, ${answer.model} model, ${time(answer.asOfMs)}`
        + (answer.simulated ? ' – SIMULATED MARKET' : ''),
    }));
    renew(this.#parts.columns, this.#table(prices));
  }

  /** Liquidations carry no price: they are put where they must have begun, longs at the low and shorts at the high. */
  #dots() {
    return this.#happened.flatMap((steps, i) => steps.map((step) => ({
      at: this.#columns[i].at,
      price: step.side === 'long' ? this.#answer.times[i].low : this.#answer.times[i].high,
      usd: step.usd,
      side: step.side,
    }))).filter((dot) => dot.price != null);
  }

  #heaviest(index, side) {
    const own = this.#byColumn[index].filter((cell) => cell.side === side);
    return own.length === 0 ? null : own.reduce((most, cell) => (cell.usd > most.usd ? cell : most));
  }

  #sentence(index) {
    const { timeMs, close } = this.#answer.times[index];
    const heaviest = (side) => {
      const cell = this.#heaviest(index, side);
      return cell === null ? `no ${SIDES[side]}`
        : `most ${SIDES[side]} at ${price(this.#answer.prices[cell.priceIndex].price)}, ${usd(cell.usd)}`;
    };
    return `${time(timeMs)}: price ${price(close)}, ${heaviest('short')}, ${heaviest('long')}.`;
  }

  #card(index, y) {
    const { timeMs, close } = this.#answer.times[index];
    const happened = this.#happened[index].map((step) => element('li', {},
      `Liquidated then: ${usd(step.usd)} of ${SIDES[step.side]} on ${step.venue} (${step.completeness})`));
    if (y === undefined) {
      return [element('p', { class: 'sentence' }, this.#sentence(index)), element('ul', {}, happened)];
    }
    const at = this.#canvas.heightAt(y);
    const row = this.#answer.prices.findIndex((each) => at >= each.low && at < each.high);
    const cells = this.#byColumn[index].filter((cell) => cell.priceIndex === row);
    return [
      element('p', {}, `${time(timeMs)}, price ${price(close)}`),
      row >= 0 && element('p', { class: 'sentence' },
        `${price(this.#answer.prices[row].low)} – ${price(this.#answer.prices[row].high)}: `
        + (cells.map((cell) => `${usd(cell.usd)} of ${SIDES[cell.side]}`).join(', ') || 'nothing')),
      element('ul', {}, happened),
    ].filter(Boolean);
  }

  #legend() {
    return element('ul', { class: 'swatches' },
      element('li', {}, '$0', scaleStrip(), `${usd(this.#answer.maxUsd)} would be liquidated there`),
      element('li', {}, element('i', { class: 'dot down' }), 'longs that were liquidated'),
      element('li', {}, element('i', { class: 'dot up' }), 'shorts that were'));
  }

  #table(prices) {
    const fill = (event) => {
      if (event.target.open && event.target.children.length === 1) {
        const cell = (index, side) => {
          const most = this.#heaviest(index, side);
          return most === null ? [number('–'), number('–')]
            : [number(price(prices[most.priceIndex].price)), number(usd(most.usd))];
        };
        event.target.append(table('The heaviest level on each side at every time', ['Time', number('Price'),
          number('Most shorts at'), number('About'), number('Most longs at'), number('About')],
        this.#answer.times.map(({ timeMs, close }, i) => [time(timeMs), number(price(close)), ...cell(i, 'short'), ...cell(i, 'long')])));
      }
    };
    return element('details', { class: 'panel', toggle: fill },
      element('summary', {}, `The heatmap as a table, ${figure(this.#answer.times.length)} times`));
  }

  dispose() {
    this.#canvas.dispose();
  }
}
