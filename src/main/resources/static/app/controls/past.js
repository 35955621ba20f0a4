import { current, go } from '../address.js';
import { historyOf } from '../catalog.js';
import { element } from '../element.js';
import { ago, time, timeZone } from '../format.js';

/*
 * The slider through the past. At its right end is the present, which moves on.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Dragging asks for what lies under the pointer this often, not at every move. */
const PAUSE_MS = 120;

let slider;
let saying;
let dragged = null;

const instant = (ms) => new Date(ms).toISOString().replace('.000Z', 'Z');
const isPresent = (ms) => ms > Number(slider.max) - HOUR;

/** The instant an `asOf` names, in either of the ways it may be written. */
const millis = (asOf) => Number(asOf) || Date.parse(asOf);

function choose(ms, passing) {
  go({ asOf: isPresent(ms) ? '' : instant(Math.max(ms, Number(slider.min))) }, passing);
}

function say(ms) {
  const words = isPresent(ms) ? `now, ${time(Number(slider.max))}` : `${time(ms)}, ${ago(ms, Number(slider.max))}`;
  saying.textContent = `As of ${words} (${timeZone(ms)})`;
  slider.setAttribute('aria-valuetext', words);
}

function drag() {
  say(Number(slider.value));
  clearTimeout(dragged);
  dragged = setTimeout(() => {
    dragged = null;
    choose(Number(slider.value), true);
  }, PAUSE_MS);
}

function step(by) {
  choose((current().asOf ? millis(current().asOf) : Number(slider.max)) + by, false);
}

/** Makes the slider. */
export function makePast(form) {
  slider = element('input', { type: 'range', name: 'asOf', step: HOUR, 'aria-label': 'As of', input: drag });
  // The slider says it to a screen reader, once; a market that goes on must not interrupt.
  saying = element('output', { 'aria-live': 'off' });
  const button = (label, text, by) => element('button',
    { type: 'button', class: 'quiet', 'aria-label': label, title: label, click: () => step(by) }, text);
  form.append(
    saying,
    element('span', { class: 'steps' },
      button('A day earlier', '−1d', -DAY), button('An hour earlier', '−1h', -HOUR),
      button('An hour later', '+1h', HOUR), button('A day later', '+1d', DAY),
      element('button', { type: 'button', class: 'quiet', click: () => go({ asOf: '' }) }, 'Now')),
    slider);
}

/** Shows where in the past we are. `newestMs` is the newest instant there is an answer for, where that is known. */
export function showPast(form, state, newestMs) {
  const history = historyOf(state.symbol);
  form.hidden = history === null;
  if (history === null) {
    return;
  }
  // The first day holds too little to draw anything from.
  slider.min = history.fromMs + DAY;
  slider.max = Math.max(history.toMs, newestMs ?? 0, Number(slider.min));
  const at = state.asOf ? millis(state.asOf) : Number(slider.max);
  if (dragged === null && !Number.isNaN(at)) {
    slider.value = at;
    say(at);
  }
}
