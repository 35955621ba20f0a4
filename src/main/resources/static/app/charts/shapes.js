/*
 * Series of one shape each: many bars as one path cost as little to draw as one bar.
 */

const PIXEL_GAP_FROM = 4;

function shape(draw, style, z, more = {}) {
  return {
    type: 'custom',
    silent: true,
    clip: true,
    z,
    data: [0],
    renderItem: (params, api) => ({
      type: 'path',
      shape: { pathData: draw((x, y) => api.coord([x, y]), params.coordSys) || 'M0 0' },
      style,
      silent: true,
    }),
    ...more,
  };
}

/** Bars from the axis up. `bars` have `low` and `high` on the horizontal axis, and `value`. */
export function bars(entries, color, z) {
  return shape((at) => entries.map(({ low, high, value }) => {
    // On whole pixels, for the parts of a stack to cover each other's edges.
    const [left, top] = at(low, value).map(Math.round);
    const [right, bottom] = at(high, 0).map(Math.round);
    const gap = right - left >= PIXEL_GAP_FROM ? 1 : 0;
    return value > 0 ? `M${left} ${bottom}V${top}H${right - gap}V${bottom}Z` : '';
  }).join(''), { fill: color }, z);
}

/** The area between two lines. `points` are `[x, low, high]`. */
export function area(points, color, opacity, z, yAxisIndex = 0) {
  return shape((at) => {
    if (points.length < 2) {
      return '';
    }
    const forth = points.map(([x, low]) => at(x, low).join(' '));
    const back = points.map(([x, , high]) => at(x, high).join(' ')).reverse();
    return `M${[...forth, ...back].join('L')}Z`;
  }, { fill: color, opacity }, z, { yAxisIndex });
}

/** A stripe over the whole height, from `low` to `high` on the horizontal axis. */
export function stripes(entries, color, opacity, z) {
  return shape((at, { y, height }) => entries.map(({ low, high }) => {
    const left = at(low, 0)[0];
    const right = Math.max(left + 2, at(high, 0)[0]);
    return `M${left} ${y}H${right}V${y + height}H${left}Z`;
  }).join(''), { fill: color, opacity }, z);
}

/** Bodies and wicks of candles of one colour. `candles` have `from`, `to`, `open`, `high`, `low`, `close`. */
export function candles(entries, color, z) {
  return shape((at) => entries.map(({ from, to, open, high, low, close }) => {
    const [left, top] = at(from, Math.max(open, close));
    const [right, bottom] = at(to, Math.min(open, close));
    const middle = (left + right) / 2;
    const width = Math.max(1, (right - left) * 0.7);
    const foot = Math.max(bottom, top + 1);
    return `M${middle - width / 2} ${top}h${width}V${foot}h${-width}Z`
      + `M${middle - 0.5} ${at(from, high)[1]}h1V${at(from, low)[1]}h-1Z`;
  }).join(''), { fill: color }, z);
}

/** A picture that covers the plane between two corners, `[x, y]` each. */
export function picture(canvas, [left, bottom], [right, top], z) {
  return {
    type: 'custom',
    silent: true,
    clip: true,
    z,
    data: [0],
    renderItem: (params, api) => {
      const [x, y] = api.coord([left, top]);
      const [farX, farY] = api.coord([right, bottom]);
      return { type: 'image', silent: true, style: { image: canvas, x, y, width: farX - x, height: farY - y } };
    },
  };
}

/** A line. */
export const line = (points, color, z, more = {}) => ({
  type: 'line',
  silent: true,
  showSymbol: false,
  z,
  data: points,
  lineStyle: { color, width: 1.75 },
  ...more,
});
