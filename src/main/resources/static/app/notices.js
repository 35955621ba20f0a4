import { element } from './element.js';
import { time } from './format.js';

/*
 * What a reader must know about an answer before believing it: whether it is simulated, stale, uncalibrated, partial.
 */

const name = (each) => `${each.venue} ${each.instrument}`;
const names = (entries) => (entries.length > 3
  ? `${entries.slice(0, 3).map(name).join(', ')} and ${entries.length - 3} more` : entries.map(name).join(', '));

/** The notices an answer calls for, gravest first: each with a word, and a sentence. */
export function noticesOf(answer) {
  const coverage = answer.coverage ?? [];
  const stale = coverage.filter((each) => each.stale);
  const uncalibrated = coverage.filter((each) => each.calibration === 'none');
  const partial = coverage.filter((each) => each.barsPresent < each.barsExpected || each.degraded);
  const warming = coverage.filter((each) => each.warmingUp);
  const notices = [];
  if (answer.simulated) {
    notices.push(['Simulated', 'These are no real markets: the demo venue invents its traders and its prices.']);
  }
  if (stale.length > 0) {
    notices.push(['Stale', `No new bars from ${names(stale)}. What is shown is as of ${time(answer.asOfMs)}.`]);
  }
  if (partial.length > 0) {
    notices.push(['Partial', `History has gaps within the range: ${names(partial)}.`]);
  }
  if (warming.length > 0) {
    notices.push(['Warming up', `History is still too short to know all open positions of ${names(warming)}.`]);
  }
  if (uncalibrated.length > 0) {
    notices.push(['Uncalibrated',
      `Leverage is assumed, not yet learnt from liquidations, for ${names(uncalibrated)}; expect larger errors.`]);
  }
  return notices;
}

/** The notices as a list to read. */
export const noticeList = (answer) => element('ul', { class: 'notices', 'aria-label': 'About this data' },
  noticesOf(answer).map(([word, sentence]) => element('li', { 'data-notice': word.toLowerCase().replace(' ', '-') },
    element('strong', {}, word), ` ${sentence}`)));
