import { element } from '../element.js';

/*
 * Looking closer without dragging: for fingers, and for those who do not use a pointer.
 */

const CLOSER = 0.5;
const STEP = 0.5;

/** A row of buttons, which stays the same while what they act on changes. */
export class ZoomButtons {
  #said = element('span', { class: 'small' });
  #whole;

  /** `on` has `by(factor)` for a stretch so many times as long, `along(share)` for one that much higher, `whole()`. */
  constructor(host, on) {
    const button = (label, text, click) => element('button',
      { type: 'button', class: 'quiet', 'aria-label': label, title: label, click }, text);
    const closer = button('Zoom in', '+', () => on.by(CLOSER));
    this.#whole = button('The whole map', '✕', () => {
      closer.focus();
      on.whole();
    });
    host.setAttribute('role', 'group');
    host.setAttribute('aria-label', 'Prices shown');
    host.append(this.#said, this.#whole, button('Lower prices', '‹', () => on.along(-STEP)),
      button('Zoom out', '−', () => on.by(1 / CLOSER)), closer, button('Higher prices', '›', () => on.along(STEP)));
  }

  /** Says what is zoomed into; null if nothing is. */
  show(stretch) {
    this.#said.textContent = stretch ?? 'Drag to zoom';
    this.#said.classList.toggle('hint', stretch === null);
    this.#whole.hidden = stretch === null;
  }
}
