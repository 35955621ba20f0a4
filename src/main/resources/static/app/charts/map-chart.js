import { figure, price, tickUsd } from '../format.js';
import { colour } from '../theme.js';
import { axisLook } from './canvas.js';
import { area, bars, line, stripes } from './shapes.js';

/*
 * The map as a drawing: bars per price level, the cumulative curves with their bands on a second axis, the price.
 */

const HEADROOM = 1.12;
const NARROW_PX = 560;
const CROSS = 'cross';
const VENUE_COLOURS = 12;

const byLeverage = (a, b) => (a === CROSS ? 1 : b === CROSS ? -1 : Number(a) - Number(b));

/** The parts that bars are stacked from: a name and a colour each, lowest first. */
export function bandsOf(buckets, groupBy) {
  const names = (entries, name) => [...new Set(buckets.flatMap((bucket) => (bucket[entries] ?? [])
    .map((entry) => entry[name])))];
  if (groupBy === 'leverage') {
    return names('byLeverage', 'leverage').sort(byLeverage).map((leverage) => ({
      name: leverage === CROSS ? 'cross, other' : `${leverage}×`,
      color: colour(`leverage-${leverage.replace('.', '-')}`) || colour('leverage-other'),
      usd: (bucket) => bucket.byLeverage.find((entry) => entry.leverage === leverage)?.usd ?? 0,
    }));
  }
  if (groupBy === 'venue') {
    return names('byVenue', 'venue').sort().map((venue, i) => ({
      name: venue,
      color: colour(`venue-${i % VENUE_COLOURS}`),
      usd: (bucket) => bucket.byVenue.find((entry) => entry.venue === venue)?.usd ?? 0,
    }));
  }
  return [['shorts', 'short', 'up'], ['longs', 'long', 'down']].map(([name, side, color]) => ({
    name,
    color: colour(color),
    usd: (bucket) => (bucket.side === side ? bucket.usd : 0),
  }));
}

/** Each part of the stack, drawn from the axis up and hidden behind the parts below it: highest first. */
function stack(buckets, bands) {
  const tops = buckets.map(() => 0);
  return bands.map((band, z) => {
    buckets.forEach((bucket, i) => { tops[i] += band.usd(bucket); });
    const entries = buckets.map((bucket, i) => ({ low: bucket.low, high: bucket.high, value: tops[i] }));
    return bars(entries, band.color, 3 + (bands.length - z) / (bands.length + 1));
  });
}

/** The far edge of a level: where price has swept all of it. */
export const edgeOf = (bucket) => (bucket.side === 'short' ? bucket.high : bucket.low);

function curve(buckets, side, start) {
  const own = buckets.filter((bucket) => bucket.side === side);
  const outward = side === 'short' ? own : own.reverse();
  const nearest = outward[0];
  const touches = nearest && (side === 'short' ? nearest.low : nearest.high) === start;
  return (touches ? [[start, 0, 0, 0]] : []).concat(outward.map((bucket) => [
    edgeOf(bucket), bucket.cumulativeUsd, bucket.cumulativeUsdLow, bucket.cumulativeUsdHigh]));
}

function curves(answer) {
  return [['short', 'up'], ['long', 'down']].flatMap(([side, color]) => {
    const points = curve(answer.buckets, side, answer.price);
    const band = points.filter(([, , low, high]) => low != null && high != null);
    return [
      area(band.map(([x, , low, high]) => [x, low, high]), colour(color), 0.16, 5, 1),
      line(points.map(([x, value]) => [x, value]), colour(color), 6, { yAxisIndex: 1 }),
    ];
  });
}

function clusterMarks(clusters, top) {
  return {
    type: 'scatter',
    silent: true,
    z: 8,
    symbol: 'circle',
    symbolSize: 17,
    data: clusters.map((cluster) => ({
      value: [cluster.price, top],
      itemStyle: { color: colour('panel'), borderColor: colour(cluster.side === 'short' ? 'up' : 'down'), borderWidth: 1.5 },
      label: { show: true, formatter: figure(cluster.rank), color: colour('text'), fontSize: 10 },
    })),
  };
}

/** The drawing. `clusters` are those to mark. */
export function mapOption(answer, clusters, bands) {
  const { buckets } = answer;
  const low = buckets[0].low;
  const high = buckets.at(-1).high;
  const highest = Math.max(...buckets.map((bucket) => bucket.usd), 1) * HEADROOM;
  const most = Math.max(...buckets.map((bucket) => bucket.cumulativeUsdHigh ?? bucket.cumulativeUsd), 1) * HEADROOM;
  const marked = clusters.filter((cluster) => cluster.price >= low && cluster.price <= high);
  const seen = answer.price >= low && answer.price <= high;
  return (width) => {
    const narrow = width < NARROW_PX;
    const money = (max, more) => ({
      type: 'value', min: 0, max, ...axisLook(), ...more,
      axisLabel: { ...axisLook().axisLabel, formatter: tickUsd, showMaxLabel: false },
    });
    return {
      grid: { left: narrow ? 54 : 66, right: narrow ? 54 : 66, top: 30, bottom: 30 },
      xAxis: {
        type: 'value', min: low, max: high, splitNumber: narrow ? 4 : 9, ...axisLook(), splitLine: { show: false },
        axisLabel: { ...axisLook().axisLabel, formatter: price, showMinLabel: false, showMaxLabel: false },
      },
      yAxis: [
        money(highest, { name: narrow ? '' : 'per level', nameGap: 8 }),
        money(most, { name: narrow ? '' : 'cumulative', nameGap: 8, splitLine: { show: false } }),
      ],
      series: [
        ...['short', 'long'].map((side) => stripes(marked.filter((cluster) => cluster.side === side),
          colour(side === 'short' ? 'up' : 'down'), 0.13, 1)),
        ...stack(buckets, bands),
        ...curves(answer),
        ...(seen ? [line([[answer.price, 0], [answer.price, highest]], colour('price'), 7, {
          lineStyle: { color: colour('price'), width: 1.5, type: [5, 4] },
          endLabel: { show: true, formatter: () => price(answer.price), color: colour('price'), fontWeight: 600,
            distance: 0, offset: [0, -12], align: 'center' },
        })] : []),
        clusterMarks(marked, highest * 0.955),
      ],
    };
  };
}
