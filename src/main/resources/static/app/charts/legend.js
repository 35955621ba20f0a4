import { colour } from '../theme.js';

/*
 * What the colours mean, inside a picture that is taken away: on the page that stands beside the drawing.
 */

const EDGE = 12;
const ROW = 18;
const SWATCH = 10;
const GAP = 14;

/**
 * Rows of swatches with their names.
 *
 * @param {Object[]} entries `name`, and `color` or `strip`, a canvas that is shown as it is
 * @param {number} width of the picture
 * @param {number} top of the first row
 * @param {string} font of the names
 * @returns {Object} `graphic`, as ECharts draws it, and `height`
 */
export function legendOf(entries, width, top, font) {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = font;
  let x = EDGE;
  let y = top;
  const children = entries.flatMap(({ name, color, strip }) => {
    const wide = strip ? strip.width : SWATCH;
    const length = wide + 5 + pen.measureText(name).width + GAP;
    if (x > EDGE && x + length > width) {
      x = EDGE;
      y += ROW;
    }
    const left = x;
    x += length;
    return [
      strip ? { type: 'image', style: { image: strip, x: left, y, width: wide, height: SWATCH } }
        : { type: 'rect', shape: { x: left, y, width: wide, height: SWATCH, r: 2 }, style: { fill: color } },
      { type: 'text', style: { text: name, x: left + wide + 5, y: y - 1, font, fill: colour('muted') } },
    ];
  });
  return { graphic: [{ type: 'group', children }], height: entries.length === 0 ? 0 : y + ROW - top };
}
