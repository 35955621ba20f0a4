import { element } from '../element.js';

/*
 * What lies above a drawing: a hair line and a card that follow the pointer or the arrow keys, and a stretch that is
 * dragged out to zoom. To a screen reader it is a slider whose value is the sentence of the card.
 */

const DRAG_FROM_PX = 6;
const FEW = 1;
const MANY = 10;
const CLOSER = 0.5;

export class Explorer {
  #layer;
  #hair;
  #card;
  #stretch;
  #canvas;
  #stops = [];
  #at = -1;
  #told;
  #dragFrom = null;
  /** Where the pointer is, while the card is the pointer's. */
  #pointer = null;
  #frame = 0;

  /**
   * @param {Element} host what the drawing fills
   * @param {string} label of what the horizontal axis is
   * @param {Object} told `card(index)` gives the elements to show for a stop, `sentence(index)` says it in words,
   *     `zoom(low, high)` is optional and called with a stretch of the horizontal axis, `unzoom()` undoes it,
   *     `zoomBy(factor, index)` shows a stretch that much longer around a stop
   */
  constructor(host, label, told) {
    this.#told = told;
    this.#hair = element('div', { class: 'hair', hidden: true });
    this.#card = element('div', { class: 'card', hidden: true, 'aria-hidden': 'true' });
    this.#stretch = element('div', { class: 'stretch', hidden: true });
    this.#layer = element('div', {
      class: told.zoom ? 'explorer zoomable' : 'explorer',
      tabindex: 0,
      role: 'slider',
      'aria-label': label,
      'aria-valuemin': 0,
      'aria-valuemax': 0,
      'aria-valuenow': 0,
      'aria-valuetext': 'nothing drawn yet',
      pointermove: (event) => this.#move(event),
      // A finger that was lifted leaves what it pointed at.
      pointerleave: (event) => event.pointerType !== 'touch' && this.#leave(),
      pointerdown: (event) => this.#press(event),
      pointerup: (event) => this.#release(event),
      pointercancel: () => this.#leave(),
      dblclick: () => told.unzoom?.(),
      keydown: (event) => this.#key(event),
      focus: () => this.#layer.matches(':focus-visible') && this.#show(Math.max(0, this.#at)),
      blur: () => this.#leave(),
    }, this.#stretch, this.#hair, this.#card);
    host.append(this.#layer);
  }

  /**
   * Follows a drawing. What is being read in the drawing before is read on in the new one.
   *
   * @param {Canvas} canvas the drawing
   * @param {Array} stops ascending along the axis: `low`, `high`, and `at`, where the hair line stands
   * @param {number} start the stop the arrow keys start from
   */
  follow(canvas, stops, start) {
    const read = this.#stops[this.#at];
    const reading = read && (!this.#card.hidden || document.activeElement === this.#layer);
    const pointer = this.#card.hidden ? null : this.#pointer;
    this.#canvas = canvas;
    this.#stops = stops;
    const kept = reading ? this.#indexAt((read.low + read.high) / 2) : -1;
    this.#at = stops.length === 0 ? -1 : Math.min(Math.max(0, kept < 0 ? start : kept), stops.length - 1);
    this.#layer.setAttribute('aria-valuemax', Math.max(0, stops.length - 1));
    this.#tell();
    const shown = !this.#card.hidden;
    this.#leave();
    if (pointer) {
      this.#point(pointer);
    } else if (shown && kept >= 0) {
      this.#show(kept);
    }
  }

  /** The stop that a value of the axis falls in, if any. */
  #indexAt(value) {
    let low = 0;
    let high = this.#stops.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#stops[middle].high <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const stop = this.#stops[low];
    return stop && value >= stop.low && value <= stop.high ? low : -1;
  }

  #tell() {
    this.#layer.setAttribute('aria-valuenow', Math.max(0, this.#at));
    this.#layer.setAttribute('aria-valuetext', this.#at < 0 ? 'nothing drawn' : this.#told.sentence(this.#at));
  }

  #x(event) {
    return event.clientX - this.#layer.getBoundingClientRect().left;
  }

  #move(event) {
    const x = this.#x(event);
    const y = event.clientY - this.#layer.getBoundingClientRect().top;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.#dragFrom !== null && Math.abs(x - this.#dragFrom) >= DRAG_FROM_PX) {
        this.#stretch.hidden = false;
        this.#stretch.style.left = `${Math.min(x, this.#dragFrom)}px`;
        this.#stretch.style.width = `${Math.abs(x - this.#dragFrom)}px`;
      }
      this.#point({ x, y });
    });
  }

  #point({ x, y }) {
    const index = this.#canvas && this.#stops.length > 0 ? this.#indexAt(this.#canvas.valueAt(x)) : -1;
    if (index < 0) {
      this.#leave();
    } else {
      this.#pointer = { x, y };
      this.#show(index, y);
    }
  }

  #show(index, y) {
    if (this.#stops.length === 0) {
      return;
    }
    if (index !== this.#at || this.#card.hidden || this.#told.everyMove) {
      this.#at = index;
      this.#card.replaceChildren(...this.#told.card(index, y));
      this.#tell();
    }
    const x = this.#canvas.xOf(this.#stops[index].at);
    this.#hair.hidden = false;
    this.#card.hidden = false;
    this.#hair.style.transform = `translateX(${x}px)`;
    const room = this.#canvas.width - this.#card.offsetWidth - 4;
    const left = x > this.#canvas.width / 2 ? x - this.#card.offsetWidth - 14 : x + 14;
    this.#card.style.transform = `translate(${Math.max(4, Math.min(left, room))}px, 12px)`;
  }

  #leave() {
    cancelAnimationFrame(this.#frame);
    this.#pointer = null;
    this.#hair.hidden = true;
    this.#card.hidden = true;
  }

  #press(event) {
    this.#move(event);
    if (this.#told.zoom && event.button === 0 && event.pointerType === 'mouse') {
      this.#dragFrom = this.#x(event);
      this.#layer.setPointerCapture(event.pointerId);
    }
  }

  #release(event) {
    const from = this.#dragFrom;
    const to = this.#x(event);
    this.#dragFrom = null;
    this.#stretch.hidden = true;
    if (from !== null && Math.abs(to - from) >= DRAG_FROM_PX) {
      this.#told.zoom(this.#canvas.valueAt(Math.min(from, to)), this.#canvas.valueAt(Math.max(from, to)));
    }
  }

  #key(event) {
    const last = this.#stops.length - 1;
    const to = {
      ArrowLeft: this.#at - FEW,
      ArrowDown: this.#at - FEW,
      ArrowRight: this.#at + FEW,
      ArrowUp: this.#at + FEW,
      PageDown: this.#at - MANY,
      PageUp: this.#at + MANY,
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#pointer = null;
      this.#show(Math.min(Math.max(0, to), last));
    } else if (this.#told.zoomBy && (event.key === '+' || event.key === '=')) {
      this.#told.zoomBy(CLOSER, this.#at);
    } else if (this.#told.zoomBy && event.key === '-') {
      this.#told.zoomBy(1 / CLOSER, this.#at);
    } else if (event.key === 'Escape') {
      if (this.#card.hidden) {
        this.#told.unzoom?.();
      }
      this.#leave();
    }
  }
}
