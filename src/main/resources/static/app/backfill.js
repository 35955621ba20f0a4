import { ask } from './api.js';
import { element } from './element.js';
import { duration } from './format.js';

/*
 * How far the loading of history has come.
 */

const WAIT_MS = 5_000;

/**
 * A bar for each series that is still being loaded, with the time that is left.
 *
 * @returns {Promise<Element[]>} nothing when all of them are done
 */
export async function backfill(signal) {
  const { series } = await ask('/api/status', {}, signal);
  return series.filter((each) => each.backfillPct != null && each.backfillPct < 100).map((each) => {
    const left = each.backfillSecondsLeft == null ? 'time left not known yet'
      : `${duration(each.backfillSecondsLeft)} left`;
    return element('label', { class: 'backfill' }, `${each.venue} ${each.instrument}, ${left}`,
      element('progress', { max: 100, value: each.backfillPct }));
  });
}

/** Keeps such bars in a place of the page until there are none: what is shown meanwhile knows only a part. */
export async function watchBackfill(place) {
  const bars = await backfill().catch(() => []);
  const open = place.querySelector('details')?.open ?? false;
  place.hidden = bars.length === 0;
  place.replaceChildren(element('details', { open },
    element('summary', {}, 'History is still being loaded, newest days first; what is shown knows no more than that.'),
    bars));
  if (bars.length > 0) {
    setTimeout(() => watchBackfill(place), WAIT_MS);
  }
}
