import { day, figure, price } from '../format.js';
import { colour } from '../theme.js';
import { axisLook } from './canvas.js';
import { area, line } from './shapes.js';

/*
 * The imbalance over time: its ratio on a log scale with the band that is usual, and the price it belongs to.
 */

const DAY = 86_400_000;
const NARROW_PX = 560;

/** From a tenth to ten times, and further where the ratios go further. */
const extent = (ratios) => [Math.min(0.1, ...ratios) * 0.8, Math.max(10, ...ratios) * 1.25];

/** The drawing of `points`, each with its `entry`; the usual band is that of the `present` entry's shortest window. */
export function historyOption(points, present) {
  const usual = (present.standing ?? []).find((each) => each.withheld === null);
  const ratios = points.map((point) => point.entry.ratio).filter((ratio) => ratio > 0);
  const [low, high] = extent(ratios);
  const last = points.at(-1)?.asOfMs ?? 0;
  const first = points[0]?.asOfMs ?? 0;
  const since = usual ? Math.max(first, last - usual.windowDays * DAY) : last;
  return (width) => ({
    grid: { left: width < NARROW_PX ? 44 : 56, right: width < NARROW_PX ? 58 : 70, top: 16, bottom: 28 },
    xAxis: { type: 'time', min: first, max: last, ...axisLook(), splitLine: { show: false },
      axisLabel: { ...axisLook().axisLabel, formatter: day } },
    yAxis: [
      { type: 'log', min: low, max: high, ...axisLook(),
        axisLabel: { ...axisLook().axisLabel, formatter: (value) => `${figure(value)} : 1`, showMinLabel: false, showMaxLabel: false } },
      { type: 'value', scale: true, ...axisLook(), splitLine: { show: false },
        axisLabel: { ...axisLook().axisLabel, formatter: price } },
    ],
    series: [
      ...(usual ? [area([[since, usual.normalRatioLow, usual.normalRatioHigh],
        [last, usual.normalRatioLow, usual.normalRatioHigh]], colour('accent'), 0.16, 1)] : []),
      line([[first, 1], [last, 1]], colour('control'), 2, { lineStyle: { color: colour('control'), width: 1, type: [3, 3] } }),
      line(points.map((point) => [point.asOfMs, point.price]), colour('muted'), 2,
        { yAxisIndex: 1, lineStyle: { color: colour('muted'), width: 1, opacity: 0.7 } }),
      line(points.map((point) => [point.asOfMs, point.entry.ratio]), colour('ratio'), 3),
    ],
  });
}
