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
