import { current, go, addressAfter, whenChanged, USUAL } from './address.js';
import { Problem } from './api.js';
import { backfill, watchBackfill } from './backfill.js';
import { historyOf, loadCatalog } from './catalog.js';
import { showControls } from './controls/controls.js';
import { makePast, showPast } from './controls/past.js';
import { element } from './element.js';
import { failurePanel } from './failure.js';
import { timeOfDay } from './format.js';
import { follow } from './live.js';
import { themeButton, whenThemed } from './theme.js';
import { AccuracyView } from './views/accuracy.js';
import { HeatmapView } from './views/heatmap.js';
import { ImbalanceView } from './views/imbalance.js';
import { MapView } from './views/map.js';

const VIEWS = { map: MapView, imbalance: ImbalanceView, heatmap: HeatmapView, accuracy: AccuracyView };
const WAIT_MS = 2_000;

const byId = (id) => document.getElementById(id);
const place = byId('view');
const controls = byId('controls');
const past = byId('past');
const connection = byId('connection');

let shown = null;
let asking = new AbortController();
let unfollow = () => {};
let following = '';
let waiting;

const viewOf = (state) => VIEWS[state.view] ?? VIEWS[USUAL.view];

/** Asks what the settings ask for, and shows it when it is there; what was there stays until then. */
async function load() {
  const state = current();
  const View = viewOf(state);
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  clearTimeout(waiting);
  place.setAttribute('aria-busy', 'true');
  try {
    const answers = await View.load(state, signal);
    if (!signal.aborted) {
      present(View, answers, state);
    }
  } catch (error) {
    if (error.name !== 'AbortError' && !signal.aborted) {
      fail(error, signal);
    }
  }
}

function present(View, answers, state) {
  if (!(shown?.view instanceof View)) {
    clear();
    shown = { view: new View(place) };
  }
  shown = { ...shown, answers, state };
  shown.view.show(answers, state);
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
  place.replaceChildren();
}

function fail(error, signal) {
  const problem = error instanceof Problem ? error : new Problem(0, { code: 'page', detail: String(error) }, null);
  const panel = failurePanel(problem, load, () => go({ ...USUAL, view: current().view }));
  clear();
  place.append(panel);
  place.setAttribute('aria-busy', 'false');
  if (problem.code === 'no-data-yet') {
    waitForHistory(panel.querySelector('.progress'), signal);
  } else if (problem.retryAfterSeconds !== null) {
    waiting = setTimeout(load, problem.retryAfterSeconds * 1_000);
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
  const parameters = View.live && !state.asOf ? View.live(state) : null;
  const wanted = JSON.stringify(parameters);
  if (wanted === following) {
    return;
  }
  following = wanted;
  unfollow();
  unfollow = () => {};
  if (parameters === null) {
    connection.textContent = state.asOf ? 'Past' : '';
    connection.dataset.state = 'past';
    return;
  }
  connection.textContent = 'Connecting…';
  connection.dataset.state = 'connecting';
  let lostAt = null;
  let lastHash = null;
  unfollow = follow(parameters, {
    connection: (live) => {
      lostAt = live ? null : lostAt ?? Date.now();
      connection.textContent = live ? 'Live' : `Not live since ${timeOfDay(lostAt)}, trying again`;
      connection.dataset.state = live ? 'live' : 'lost';
    },
    price: (event) => shown?.view.price?.(event),
    liquidation: (event) => shown?.view.liquidation?.(event),
    map: (event) => {
      // The first event says what there is already, and an answer on its way is no older.
      const changed = lastHash !== null && event.inputHash !== lastHash;
      const newer = place.ariaBusy !== 'true' && event.asOfMs > (shown?.answers.answer.asOfMs ?? Infinity);
      lastHash = event.inputHash;
      if (changed || newer) {
        load();
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
themeButton(byId('theme'));
makePast(past);
whenThemed(() => shown?.view.show(shown.answers, shown.state));
whenChanged((state) => {
  arrange(state);
  load();
});
controls.addEventListener('submit', (event) => event.preventDefault());
past.addEventListener('submit', (event) => event.preventDefault());
start();
