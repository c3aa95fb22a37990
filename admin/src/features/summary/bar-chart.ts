import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, SVGRenderer]);

/** Draws one bar a step into the box; the answer takes it away again. */
export function drawBars(
  box: HTMLDivElement,
  steps: readonly { from: number; to: number; count: number }[],
  label: string,
): () => void {
  const chart = init(box, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    grid: { left: 40, right: 12, top: 24, bottom: 28 },
    xAxis: { type: 'category', data: steps.map(({ from, to }) => `${from}–${to}`) },
    yAxis: { type: 'value', name: label, minInterval: 1 },
    series: [
      {
        type: 'bar',
        data: steps.map(({ count }) => count),
        barMaxWidth: 48,
        itemStyle: { color: '#1d4f91' },
        label: { show: true, position: 'top' },
      },
    ],
  });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(box);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
