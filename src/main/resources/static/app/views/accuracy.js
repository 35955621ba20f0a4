import { ask } from '../api.js';
import { takeAway } from '../controls/take.js';
import { element, number, renew, table } from '../element.js';
import { around, figure, percent, time, UNKNOWN } from '../format.js';

/** Factors from 1, right, to 100, a hundred times too much or too little, lie along a bar. */
const WIDEST = 100;
const SERVED = new Set(['conserved', 'calibrated-open-interest', 'calibrated-throttled', 'calibrated-complete']);

const along = (factor) => `${Math.min(100, (100 * Math.log(factor)) / Math.log(WIDEST))}%`;

function bar({ median, low, high }) {
  const mark = element('i', {});
  const whisker = element('s', {});
  mark.style.width = along(median);
  whisker.style.left = along(low);
  whisker.style.right = `calc(100% - ${along(high)})`;
  return element('span', { class: 'factor', 'aria-hidden': 'true' }, mark, whisker);
}

const correlation = (method) => (method == null ? UNKNOWN : figure(method.rankCorrelation));

const share = (part) => (part == null ? null : 100 * part);

/** How wrong the map has been, and what it is not. */
export class AccuracyView {
  static title = 'Accuracy';
  static controls = ['worlds', 'distance'];

  #parts;

  constructor(host) {
    this.#parts = Object.fromEntries(['words', 'methods', 'live', 'known'].map((name) => [name, element('div', { class: name })]));
    host.append(...Object.values(this.#parts));
  }

  static async load(state, signal) {
    return { answer: await ask('/api/accuracy', {}, signal) };
  }

  show({ answer }, state) {
    const { simulated, live, known } = answer;
    const group = simulated.groups.find((each) => each.worlds === state.worlds) ?? simulated.groups[0];
    const distances = group.methods[0].amounts.map((each) => each.distancePct);
    const distance = distances.includes(Number(state.distance)) ? Number(state.distance) : 10;
    const scored = group.methods.map((method) => ({
      ...method,
      amount: method.amounts.find((each) => each.distancePct === distance),
    }));
    renew(this.#parts.words, this.#words(scored, distance));
    renew(this.#parts.methods, this.#methods(simulated, group, scored, distance));
    renew(this.#parts.live, this.#live(live));
    renew(this.#parts.known, this.#known(known));
  }

  #words(scored, distance) {
    const factor = (name) => figure(scored.find((each) => each.method === name)?.amount.factorError?.median);
    return element('div', { class: 'pair' }, element('section', { class: 'panel' },
      element('h2', {}, 'How wrong is the map?'),
      element('p', { class: 'sentence' }, `In simulated markets, where every position is known, what the map says lies within `
        + `${around(distance)} is typically off by a factor of ${factor('calibrated-complete')} when it has learnt from `
        + `every liquidation, ${factor('conserved')} when it has learnt from none. The popular map is off by ${factor('opened')}.`),
      element('p', {}, 'Two such maps can differ because they count other things, not because one knows more. The conserved map '
        + 'never holds more than open interest; the popular one does.')),
    element('section', { class: 'panel' }, element('h2', {}, 'What this map is not'),
      element('ul', { class: 'nots' },
        element('li', {}, 'Not a record of positions. Exchanges publish totals, not who holds what; the map is inferred from them.'),
        element('li', {}, 'Not a forecast. It says what would happen if price came to a level, not that it will.'),
        element('li', {}, 'Not complete. Venues that are not counted have positions too.'),
        element('li', {}, 'Not measured on real positions. Simulated markets are easier than real ones may be.'))));
  }

  #methods(simulated, group, scored, distance) {
    const rows = scored.filter((each) => each.amount?.factorError != null).map((each) => {
      const { factorError } = each.amount;
      return [
        element('span', { class: SERVED.has(each.method) ? 'served' : null }, each.method.replaceAll('-', ' ')),
        bar(factorError),
        number(figure(factorError.median)),
        number(`${figure(factorError.low)} – ${figure(factorError.high)}`),
        number(figure(each.shape.clusterHitRate?.median)),
        element('span', { class: 'small' }, each.description),
      ];
    });
    return element('section', { class: 'panel' },
      element('div', { class: 'head' },
        element('h2', {}, `Factor of error within ${around(distance)}, ${figure(group.worldCount)} ${group.worlds} worlds`),
        takeAway({ path: '/api/accuracy', parameters: {}, name: 'accuracy' })),
      element('p', { class: 'small' }, 'A factor of 1 is right, 2 is twice or half of what was there. The bar is the median '
        + 'world on a log scale to 100, the thin line the worlds around it. Bold: what this service serves.'),
      table('Factor of error by method', ['Method', 'From 1 to 100', number('Median'), number('Worlds'),
        number('Clusters found'), 'What it does'], rows),
      element('p', { class: 'small' }, `${figure(simulated.days)} days a world; measured by `,
        element('code', {}, simulated.command)));
  }

  #live(live) {
    return element('section', { class: 'panel' },
      element('h2', {}, 'Against what was then liquidated'),
      element('p', {}, 'Each map is kept and compared with the liquidations that followed: how well it ranked them, beside '
        + 'a model that knows only open interest and how far price went.'),
      live.length === 0 ? element('p', { class: 'empty' }, 'Nothing to compare yet: no liquidations have been seen since the first map that was kept.')
        : table('Rank correlation with what was liquidated', ['Instrument', 'Each', number('Stretches'), 'From', number('Map'),
          number('Without a map'), number('Map adds'), 'Why unknown'],
        live.map((each) => [`${each.venue} ${each.instrument}${each.simulated ? ' (simulated)' : ''}`, each.bucket,
          number(figure(each.buckets)), time(each.fromMs), number(correlation(each.map)), number(correlation(each.naive)),
          number(each.mapMinusNaive == null ? UNKNOWN : `${figure(each.mapMinusNaive.rankCorrelation)} `
            + `(${figure(each.mapMinusNaive.low)} – ${figure(each.mapMinusNaive.high)})`),
          each.unknownBecause ?? ''])));
  }

  #known(known) {
    const distances = known[0]?.distances.map((each) => each.distancePct) ?? [];
    return element('section', { class: 'panel' },
      element('h2', {}, 'Against positions that are public'),
      element('p', {}, 'A few venues show what each account holds. There the map is compared with the positions that are known, '
        + 'each side scaled to its known part.'),
      known.length === 0 ? element('p', { class: 'empty' }, 'Nothing to compare: no public positions are known.')
        : table('Factor of error against public positions', ['Symbol', number('Longs known'), number('Shorts known'), 'As of',
          ...distances.map((each) => number(`Factor within ${around(each)}`)), number('Clusters found')],
        known.map((each) => [`${each.symbol} at ${each.venues.join(', ')}${each.simulated ? ' (simulated)' : ''}`,
          number(percent(share(each.knownShareLong))), number(percent(share(each.knownShareShort))), time(each.asOfMs),
          ...each.distances.map((within) => number(figure(within.factorError))), number(figure(each.clusterHitRate))])));
  }

  dispose() {}
}
