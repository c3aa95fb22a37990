import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

export type Bars = { names: string[]; series: { name: string; data: number[] }[] };

const COLOURS = ['#9bb8d9', '#1d4f91', '#b5651d'];
const LONGEST_NAME = 10;

/** Draws a group of bars a name into the box; the answer takes it away again. */
export function drawGroupedBars(box: HTMLDivElement, { names, series }: Bars): () => void {
  const chart = init(box, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    color: COLOURS,
    legend: { top: 0, right: 0 },
    grid: { left: 40, right: 12, top: 32, bottom: 64 },
    xAxis: {
      type: 'category',
      data: names,
      axisLabel: {
        interval: 0,
        rotate: 30,
        formatter: (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name),
      },
    },
    yAxis: { type: 'value', minInterval: 1 },
    series: series.map((one) => ({ type: 'bar', ...one, barMaxWidth: 28 })),
  });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(box);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
