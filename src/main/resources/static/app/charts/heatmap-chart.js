import { day, price, time } from '../format.js';
import { colour } from '../theme.js';
import { axisLook } from './canvas.js';
import { candles, picture } from './shapes.js';

/*
 * Time across, price up, and brighter where more would be force-closed. The cells are painted once into a picture of
 * a few pixels a cell, which the drawing then stretches: it costs the same for a hundred cells and for all there may be.
 */

const CELL_PX = 4;
const NARROW_PX = 560;
const DAYS_FROM_MS = 4 * 86_400_000;
const LARGEST_DOT_PX = 22;
const SMALLEST_DOT_PX = 3;
const SHADES = ['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5'];

/** Lifts small amounts a little out of the dark, and leaves the heavy levels standing out. */
const brightness = (amount, most) => (amount / most) ** 0.7;

function shades() {
  return SHADES.map((name) => colour(name).match(/[0-9a-f]{2}/gi).map((hex) => parseInt(hex, 16)));
}

function shadeAt(scale, share) {
  const at = Math.min(1, share) * (scale.length - 1);
  const below = Math.min(scale.length - 2, Math.floor(at));
  return scale[below].map((channel, i) => Math.round(channel + (scale[below + 1][i] - channel) * (at - below)));
}

/** The cells as a picture. */
function paint({ times, prices, cells, maxUsd }) {
  const canvas = document.createElement('canvas');
  canvas.width = times.length * CELL_PX;
  canvas.height = prices.length * CELL_PX;
  const context = canvas.getContext('2d');
  const scale = shades();
  for (const { timeIndex, priceIndex, usd } of cells) {
    context.fillStyle = `rgb(${shadeAt(scale, brightness(usd, maxUsd)).join(' ')})`;
    context.fillRect(timeIndex * CELL_PX, (prices.length - 1 - priceIndex) * CELL_PX, CELL_PX, CELL_PX);
  }
  return canvas;
}

/** A strip of all shades, darkest first, for the legend. */
export function scaleStrip() {
  const canvas = document.createElement('canvas');
  canvas.className = 'scale';
  canvas.width = 128;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  const scale = shades();
  for (let x = 0; x < canvas.width; x++) {
    context.fillStyle = `rgb(${shadeAt(scale, x / (canvas.width - 1)).join(' ')})`;
    context.fillRect(x, 0, 1, 1);
  }
  return canvas;
}

/** From when to when the column of a time lies: it ends at the instant its map is for. */
export const columnsOf = (times, stepMs) => times.map(({ timeMs }) => ({ low: timeMs - stepMs, high: timeMs, at: timeMs - stepMs / 2 }));

function dots(liquidations) {
  const most = Math.max(...liquidations.map((each) => each.usd), 1);
  return {
    type: 'scatter',
    silent: true,
    z: 4,
    data: liquidations.map((each) => ({
      value: [each.at, each.price],
      symbolSize: Math.max(SMALLEST_DOT_PX, LARGEST_DOT_PX * Math.sqrt(each.usd / most)),
      itemStyle: { color: colour(each.side === 'short' ? 'up' : 'down'), opacity: 0.75, borderColor: colour('page'), borderWidth: 1 },
    })),
  };
}

/** The drawing. `liquidations` are what happened: `at`, `price`, `usd` and `side` each. */
export function heatmapOption(answer, columns, liquidations) {
  const { times, prices } = answer;
  const from = columns[0].low;
  const to = columns.at(-1).high;
  const bottom = prices[0].low;
  const top = prices.at(-1).high;
  const painted = paint(answer);
  const bodies = times.map((each, i) => ({ ...each, from: columns[i].low, to: columns[i].high }))
    .filter((each) => each.open != null);
  return (width) => ({
    // As wide as it may be, whatever the labels at its ends would like.
    grid: { left: width < NARROW_PX ? 56 : 70, right: 16, top: 12, bottom: 28, outerBoundsMode: 'none' },
    xAxis: { type: 'time', min: from, max: to, ...axisLook(), splitLine: { show: false }, splitNumber: width < NARROW_PX ? 3 : 8,
      axisLabel: { ...axisLook().axisLabel, formatter: to - from > DAYS_FROM_MS ? day : time } },
    yAxis: [{ type: 'value', min: bottom, max: top, ...axisLook(), splitLine: { show: false },
      axisLabel: { ...axisLook().axisLabel, formatter: price, showMinLabel: false, showMaxLabel: false } }],
    series: [
      picture(painted, [from, bottom], [to, top], 1),
      candles(bodies.filter((each) => each.close >= each.open), colour('candle-up'), 2),
      candles(bodies.filter((each) => each.close < each.open), colour('candle-down'), 3),
      dots(liquidations),
    ],
  });
}
