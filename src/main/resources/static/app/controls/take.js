import { addressOf } from '../api.js';
import { element } from '../element.js';

/*
 * Taking away what is seen: as a table, as a picture, or as the command that yields it.
 */

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

/**
 * The row of buttons.
 *
 * @param {Object} seen `path` and `parameters` of the answer, with its `asOf`, so that the same comes out later;
 *     `name` of files; `canvas`, `title` and `legend` of the picture, for a view that has one
 */
export function takeAway({ path, parameters, name, canvas, title, legend }) {
  const command = `curl '${location.origin}${addressOf(path, parameters)}'`;
  const done = element('span', { role: 'status' });
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    done.textContent = 'Copied.';
  };
  const picture = (format) => element('button', {
    type: 'button',
    class: 'quiet',
    click: async () => save(await canvas.picture(format, title, legend), `${name}.${format}`),
  }, format.toUpperCase());
  return element('div', { class: 'take', role: 'group', 'aria-label': 'Take away what is seen' },
    element('a', { class: 'button quiet', href: addressOf(path, { ...parameters, format: 'csv' }),
      download: `${name}.csv` }, 'CSV'),
    canvas && picture('png'),
    canvas && picture('svg'),
    element('details', { class: 'command' },
      element('summary', { class: 'button quiet' }, 'curl'),
      element('div', {},
        element('code', {}, command),
        // Browsers give pages the clipboard only over HTTPS and on the reader's own machine.
        navigator.clipboard && element('button', { type: 'button', click: copy }, 'Copy'),
        done)));
}
