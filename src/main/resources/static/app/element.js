/**
 * Makes an element. Text goes in as text, never as markup.
 *
 * @param {string} tag its name
 * @param {Object} attributes attributes; functions become listeners of that name, `false` and `null` leave one out
 * @param {...(Node|string|null|false|Array)} children what it holds
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== false && value != null) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}

const STOPS = 'a, button, summary, input, select, [tabindex]';
const TABLES = '.scroll';

/**
 * Puts something newer of the same kind in a place. What was open, focused or scrolled there stays so: a market that
 * goes on must not take away what somebody is reading.
 */
export function renew(place, ...children) {
  const open = [...place.querySelectorAll('details')].map((each) => each.open);
  const scrolled = [...place.querySelectorAll(TABLES)].map((each) => [each.scrollLeft, each.scrollTop]);
  const focused = [...place.querySelectorAll(STOPS)].indexOf(document.activeElement);
  place.replaceChildren(...children);
  place.querySelectorAll('details').forEach((each, i) => {
    if (open[i]) {
      each.open = true;
      // What is filled when it is opened is filled now, not when the browser comes round to saying so.
      each.dispatchEvent(new Event('toggle'));
    }
  });
  place.querySelectorAll(TABLES).forEach((each, i) => each.scrollTo(...(scrolled[i] ?? [0, 0])));
  place.querySelectorAll(STOPS)[focused]?.focus({ preventScroll: true });
}

/** A table: a caption, heads of columns, and rows whose first cell names the row. */
export function table(caption, heads, rows) {
  const numeric = (cell) => (cell?.number ? 'number' : null);
  const content = (cell) => cell?.content ?? cell;
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element('table', {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {},
        heads.map((head) => element('th', { scope: 'col', class: numeric(head) }, content(head))))),
      element('tbody', {}, rows.map((cells) => element('tr', {}, cells.map((cell, column) => (column === 0
        ? element('th', { scope: 'row', class: numeric(cell) }, content(cell))
        : element('td', { class: numeric(cell) }, content(cell)))))))));
}

/** A cell or head of figures, which line up at their right. */
export const number = (content) => ({ number: true, content });
