import { current, go, addressAfter, whenChanged, USUAL } from './address.js';
import { Problem } from './api.js';
import { backfill, watchBackfill } from './backfill.js';
import { historyOf, loadCatalog } from './catalog.js';
import { showControls, whenTurned } from './controls/controls.js';
import { closePopovers } from './controls/popovers.js';
import { makePast, showPast } from './controls/past.js';
import { element } from './element.js';
import { failurePanel } from './failure.js';
import { time, timeOfDay } from './format.js';
import { follow } from './live.js';
import { themeButton, whenThemed } from './theme.js';
import { AccuracyView } from './views/accuracy.js';
import { HeatmapView } from './views/heatmap.js';
import { ImbalanceView } from './views/imbalance.js';
import { MapView } from './views/map.js';

const VIEWS = { map: MapView, imbalance: ImbalanceView, heatmap: HeatmapView, accuracy: AccuracyView };
const WAIT_MS = 2_000;
/** A market that says nothing is asked this often whether it has fallen silent. */
const SILENCE_MS = 60_000;
/** After so long a question is no ordinary one. */
const LONG_MS = 4_000;

const byId = (id) => document.getElementById(id);
const place = byId('view');
const controls = byId('controls');
const past = byId('past');
const connection = byId('connection');
const trouble = byId('trouble');

let shown = null;
let asking = new AbortController();
let unfollow = () => {};
let following = '';
let waiting;
let silence;

const viewOf = (state) => VIEWS[state.view] ?? VIEWS[USUAL.view];

/**
 * Asks what the settings ask for, and shows it when it is there. What was there of the same view stays until then.
 *
 * @param {boolean} again whether only the market, and not the reader, asks for something newer
 */
async function load(again = false) {
  const state = current();
  const View = viewOf(state);
  const newer = again && shown?.state === state;
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  clearTimeout(waiting);
  clearTimeout(silence);
  if (!newer) {
    place.setAttribute('aria-busy', 'true');
    if (!again && !(shown?.view instanceof View)) {
      wait(View, state, signal);
    }
  }
  try {
    const answers = await View.load(state, signal);
    if (!signal.aborted) {
      present(View, answers, state);
    }
  } catch (error) {
    if (error.name !== 'AbortError' && !signal.aborted) {
      if (newer && error instanceof Problem) {
        keep(error);
      } else {
        fail(error, signal);
      }
    }
  }
  if (!signal.aborted && shown !== null && View.live && !state.asOf && !document.hidden) {
    silence = setTimeout(() => load(true), SILENCE_MS);
  }
}

/** Says what is waited for, and why it may take long. */
function wait(View, state, signal) {
  clear();
  const said = element('p', { class: 'waiting', role: 'status' },
    View.live ? `Waiting for the ${View.title.toLowerCase()} of ${state.symbol}…` : 'Loading…');
  place.append(said);
  setTimeout(() => {
    if (!signal.aborted && said.isConnected) {
      said.append(element('br'), 'It is being worked out. The first answer after a start takes longest, and so does a year of history.');
    }
  }, LONG_MS);
}

/** What is shown stays, with why there is nothing newer. */
function keep(problem) {
  trouble.hidden = false;
  trouble.textContent = `Not renewed since ${timeOfDay(shown.at)}, trying again: ${problem.message}`;
}

function present(View, answers, state) {
  if (!(shown?.view instanceof View)) {
    clear();
    shown = { view: new View(place) };
  }
  shown = { ...shown, answers, state, at: Date.now() };
  trouble.hidden = true;
  shown.view.show(answers, state);
  if (place.ariaBusy === 'true' && !past.contains(document.activeElement)) {
    byId('arrived').textContent = View.live ? `${View.title} of ${state.symbol}, ${time(answers.answer.asOfMs)}` : View.title;
  }
  place.setAttribute('aria-busy', 'false');
  showMoment(state);
}

/** The slider through the past, for the views that have one. */
function showMoment(state) {
  past.hidden = !viewOf(state).live;
  if (!past.hidden) {
    showPast(past, state, shown?.answers.answer.asOfMs);
  }
}

function clear() {
  shown?.view.dispose();
  shown = null;
  trouble.hidden = true;
  place.replaceChildren();
}

function fail(error, signal) {
  const problem = error instanceof Problem ? error : new Problem(0, { code: 'page', detail: String(error) }, null);
  const panel = failurePanel(problem, () => load(), () => go({ ...USUAL, view: current().view }));
  clear();
  place.append(panel);
  place.setAttribute('aria-busy', 'false');
  if (problem.code === 'no-data-yet') {
    waitForHistory(panel.querySelector('.progress'), signal);
  } else if (problem.retryAfterSeconds !== null) {
    waiting = setTimeout(() => load(true), problem.retryAfterSeconds * 1_000);
  }
}

/** Shows how far back-fill is, and asks again when there is something. */
async function waitForHistory(progress, signal) {
  const bars = await backfill(signal).catch(() => []);
  if (signal.aborted) {
    return;
  }
  progress.replaceChildren(...bars);
  await loadCatalog().catch(() => {});
  waiting = setTimeout(() => (historyOf(current().symbol) ? start() : waitForHistory(progress, signal)), WAIT_MS);
}

function connect(state) {
  const View = viewOf(state);
  // A browser gives a host few connections: what nobody looks at must not keep one.
  const parameters = View.live && !state.asOf && !document.hidden ? View.live(state) : null;
  const wanted = JSON.stringify(parameters);
  if (wanted === following) {
    return;
  }
  following = wanted;
  unfollow();
  unfollow = () => {};
  if (parameters === null) {
    connection.textContent = state.asOf ? 'Past' : document.hidden && View.live ? 'Paused' : '';
    connection.dataset.state = 'past';
    return;
  }
  connection.textContent = 'Connecting…';
  connection.dataset.state = 'connecting';
  let lostAt = null;
  let lastHash = null;
  unfollow = follow(parameters, {
    connection: (live) => {
      const back = live && (lostAt !== null || shown === null) && place.ariaBusy !== 'true';
      lostAt = live ? null : lostAt ?? Date.now();
      connection.textContent = live ? 'Live' : `Not live since ${timeOfDay(lostAt)}, trying again`;
      connection.dataset.state = live ? 'live' : 'lost';
      if (back) {
        load(true);
      }
    },
    price: (event) => shown?.view.price?.(event),
    liquidation: (event) => shown?.view.liquidation?.(event),
    map: (event) => {
      // The first event says what there is already, and an answer on its way is no older.
      const changed = lastHash !== null && event.inputHash !== lastHash;
      const newer = place.ariaBusy !== 'true' && event.asOfMs > (shown?.answers.answer.asOfMs ?? Infinity);
      lastHash = event.inputHash;
      if (changed || newer) {
        load(true);
      }
    },
  });
}

function showViews(state) {
  byId('views').replaceChildren(...Object.entries(VIEWS).map(([view, { title }]) => element('a', {
    href: addressAfter({ view }),
    'aria-current': viewOf(state) === VIEWS[view] ? 'page' : null,
    click: (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        go({ view });
      }
    },
  }, title)));
}

function arrange(state) {
  document.title = `${viewOf(state).title} · ${state.symbol} · Liquidation map`;
  showViews(state);
  showControls(controls, viewOf(state).controls);
  showMoment(state);
  connect(state);
}

async function start() {
  const first = load();
  await loadCatalog().catch(() => {});
  arrange(current());
  await first;
}

watchBackfill(byId('backfill'));
closePopovers();
themeButton(byId('theme'));
makePast(past);
whenTurned(() => showControls(controls, viewOf(current()).controls));
whenThemed(() => shown?.view.show(shown.answers, shown.state));
whenChanged((state) => {
  arrange(state);
  load();
});
document.addEventListener('visibilitychange', () => {
  connect(current());
  if (document.hidden) {
    clearTimeout(silence);
  } else if (shown !== null && viewOf(current()).live && !current().asOf) {
    load(true);
  }
});
controls.addEventListener('submit', (event) => event.preventDefault());
past.addEventListener('submit', (event) => event.preventDefault());
start();
