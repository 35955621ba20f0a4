import * as echarts from '../../vendor/echarts/echarts.esm.min.js';
import { colour } from '../theme.js';
import { legendOf } from './legend.js';

/*
 * Where charts are drawn: Apache ECharts without its tooltips and its animation. What follows the pointer lies above
 * the drawing (see explorer.js), so that a move of it never draws a chart anew.
 */

// No double quotes: they would end the attribute it becomes in an SVG.
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

const TITLE_PX = 28;

/** The looks all axes share. */
export const axisLook = () => ({
  axisLine: { lineStyle: { color: colour('line') } },
  axisTick: { show: false },
  axisLabel: { color: colour('muted'), fontFamily: FONT, fontSize: 11, hideOverlap: true },
  nameTextStyle: { color: colour('muted'), fontFamily: FONT, fontSize: 11 },
  splitLine: { lineStyle: { color: colour('grid') } },
});

const base = () => ({ animation: false, textStyle: { fontFamily: FONT }, backgroundColor: 'transparent' });

/** A drawing that fills an element and keeps its size. `redrawn` is called after each time it was drawn. */
export class Canvas {
  #host;
  #chart;
  #option = null;
  #observer;
  #redrawn;

  constructor(host, redrawn = () => {}) {
    this.#host = host;
    this.#redrawn = redrawn;
    this.#chart = echarts.init(host, null, { renderer: 'canvas' });
    this.#observer = new ResizeObserver(() => {
      if (host.clientWidth > 0) {
        this.#chart.resize();
        this.#redraw();
      }
    });
    this.#observer.observe(host);
  }

  /** Draws. `option` is called again whenever the size changes. */
  draw(option) {
    this.#option = option;
    this.#redraw();
  }

  #redraw() {
    if (this.#option) {
      this.#chart.setOption({ ...base(), ...this.#option(this.#host.clientWidth) }, { notMerge: true });
      this.#redrawn();
    }
  }

  get width() {
    return this.#host.clientWidth;
  }

  get height() {
    return this.#host.clientHeight;
  }

  /** Where a value of the horizontal axis lies, in pixels from the left. */
  xOf(value) {
    return this.#chart.convertToPixel({ xAxisIndex: 0 }, value);
  }

  /** Which value lies so many pixels from the left. */
  valueAt(x) {
    return this.#chart.convertFromPixel({ xAxisIndex: 0 }, x);
  }

  /** Which value of the vertical axis lies so many pixels from the top. */
  heightAt(y) {
    return this.#chart.convertFromPixel({ yAxisIndex: 0 }, y);
  }

  /** What is drawn, as a picture of its own with a title and a legend above: a `Blob` of PNG or SVG. */
  async picture(format, title, entries) {
    const width = this.width;
    const option = { ...base(), ...this.#option(width), backgroundColor: colour('panel') };
    const head = { text: title, left: 12, top: 6, textStyle: { color: colour('text'), fontSize: 13, fontFamily: FONT } };
    const legend = legendOf(entries, width, TITLE_PX + 4, `12px ${FONT}`);
    const above = TITLE_PX + legend.height;
    const whole = { ...option, title: head, graphic: legend.graphic, grid: { ...option.grid, top: option.grid.top + above } };
    const size = { width, height: this.height + above };
    if (format === 'svg') {
      const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
      chart.setOption(whole);
      const text = chart.renderToSVGString();
      chart.dispose();
      return new Blob([text], { type: 'image/svg+xml' });
    }
    const chart = echarts.init(document.createElement('div'), null, { renderer: 'canvas', devicePixelRatio: 2, ...size });
    chart.setOption(whole);
    const canvas = chart.renderToCanvas({ pixelRatio: 2 });
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
    chart.dispose();
    return blob;
  }

  dispose() {
    this.#observer.disconnect();
    this.#chart.dispose();
  }
}
