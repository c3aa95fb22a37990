import { useEffect, useRef } from 'react';
import { useWords } from '../../providers/i18n';
import { bandCounts, type SummaryClass, totalsBySteps } from './summary-data';

const words = {
  none: { zh: '还没有单位有得分。', en: 'No unit has a score yet.' },
  title: { zh: '总分分布', en: 'Distribution of totals' },
  unranked: { zh: '(含未排名单位)', en: ' (units without a rank included)' },
  range: { zh: '分数段', en: 'Range' },
  count: { zh: '单位数', en: 'Units' },
  band: { zh: '等次', en: 'Grade' },
};

type Steps = ReturnType<typeof totalsBySteps>;

function Chart({ steps, label }: { steps: Steps; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let closed = false;
    let close = () => {};
    // The chart library is large and only this part of one screen needs it.
    void import('./bar-chart').then(({ drawBars }) => {
      if (!closed && box.current) close = drawBars(box.current, steps, label);
    });
    return () => {
      closed = true;
      close();
    };
  }, [steps, label]);
  return <div ref={box} className="chart" aria-hidden />;
}

/** How the totals of a class are spread: a chart, and its numbers in tables under it. */
export function Distribution({ group, max }: { group: SummaryClass; max: number }) {
  const { say } = useWords();
  const steps = totalsBySteps(group.rows, max);
  // A vetoed unit has a band without a rank, so those with a rank are not the whole.
  const graded = group.rows.filter(({ band }) => band !== null).length;
  const unranked = group.rows.some((row) => row.rank === null && row.total !== null);
  if (steps.length === 0) return <p className="muted">{say(words.none)}</p>;
  return (
    <div className="distribution">
      <Chart key={JSON.stringify(steps)} steps={steps} label={say(words.count)} />
      <div className="distribution-tables">
        <table className="plain">
          <caption>
            {say(words.title)}
            {unranked && <span className="muted">{say(words.unranked)}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say(words.range)}</th>
              <th scope="col">{say(words.count)}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ from, to, count }) => (
              <tr key={from}>
                <td>
                  {from}–{to}
                </td>
                <td className="number">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="plain">
          <caption>{say(words.band)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.band)}</th>
              <th scope="col">{say(words.count)}</th>
            </tr>
          </thead>
          <tbody>
            {bandCounts(group.bands, group.rows).map(({ band, count }) => (
              <tr key={band.code}>
                <td>
                  {say(band.label)} <span className="muted">≥ {band.min}</span>
                </td>
                <td className="number">
                  {count} / {graded}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
