/*
 * Figures and times in the reader's own notation. Nothing here calculates: a figure is rounded for the eye only.
 */

const compactUsd = new Intl.NumberFormat(undefined,
  { style: 'currency', currency: 'USD', notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
const roundUsd = new Intl.NumberFormat(undefined,
  { style: 'currency', currency: 'USD', notation: 'compact', maximumFractionDigits: 2 });
const smallUsd = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const plain = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const dayOnly = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const hours = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const zone = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What stands for a figure that is not known. */
export const UNKNOWN = '–';

const known = (value, text) => (value == null ? UNKNOWN : text(value));

/** An amount, to three figures: $3.58 B. */
export const usd = (value) => known(value, (amount) => (Math.abs(amount) < 1_000 ? smallUsd.format(amount)
  : spaced(compactUsd, amount)));

/** A round amount, at a tick of an axis: $30 M. */
export const tickUsd = (value) => spaced(roundUsd, value);

function spaced(format, amount) {
  const parts = format.formatToParts(amount);
  return parts.map((part, i) => (part.type === 'compact' && parts[i - 1].type !== 'literal'
    ? `\u00a0${part.value}` : part.value)).join('');
}

/** A price, to the cent below ten thousand, and finer for what costs little. */
export const price = (value) => known(value, (amount) => {
  const digits = amount >= 10_000 ? 0 : amount >= 1 ? 2 : Math.min(10, 3 - Math.floor(Math.log10(amount)));
  return new Intl.NumberFormat(undefined, {
    style: 'currency', currency: 'USD', minimumFractionDigits: digits, maximumFractionDigits: digits,
  }).format(amount);
});

/** A plain figure, to three digits. */
export const figure = (value) => known(value, (amount) => plain.format(amount));

/** A percentage that the API states as 5 for 5 %. */
export const percent = (value) => known(value, (amount) => new Intl.NumberFormat(undefined,
  { style: 'percent', maximumFractionDigits: Math.abs(amount) < 10 ? 1 : 0 }).format(amount / 100));

/** So far on either side of the price: ±10 %. */
export const around = (value) => `±${percent(value)}`;

/** A distance from the price, with its sign. */
export const distance = (value) => known(value, (amount) => new Intl.NumberFormat(undefined,
  { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(amount / 100));

/** Dollars of shorts to one of longs: 5.01 : 1. */
export const ratio = (value) => known(value, (amount) => `${figure(amount)}\u00a0:\u00a01`);

/** A day and a time of day, in the reader's time zone. */
export const time = (ms) => known(ms, (at) => moment.format(at));

export const day = (ms) => known(ms, (at) => dayOnly.format(at));

export const timeOfDay = (ms) => known(ms, (at) => hours.format(at));

/** What the reader's time zone is called at an instant: it has another name in summer. */
export const timeZone = (ms) => zone.formatToParts(ms).find((part) => part.type === 'timeZoneName').value;

/** How long before another instant one lies: 3 days ago. */
export function ago(ms, now) {
  const past = ms - now;
  const [length, unit] = -past >= 2 * DAY ? [DAY, 'day'] : -past >= 2 * HOUR ? [HOUR, 'hour'] : [MINUTE, 'minute'];
  return relative.format(Math.round(past / length), unit);
}

/** A duration: 2 min 10 s. */
export const duration = (seconds) => known(seconds, (total) => (total >= 90
  ? `${Math.round(total / 60)} min` : `${Math.max(1, Math.round(total))} s`));
