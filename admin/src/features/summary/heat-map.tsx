import { useWords } from '../../providers/i18n';
import type { Dimension, SummaryClass, SummaryRow } from './summary-data';

const words = {
  none: { zh: '还没有单位有得分。', en: 'No unit has a score yet.' },
  caption: {
    zh: '各单位在各维度的得分率(%)。颜色越深得分率越低。',
    en: 'Share of the points, in percent. The darker, the lower.',
  },
  unit: { zh: '单位', en: 'Unit' },
};

/** Drawn at most; a larger class shows its lowest, which is what a heat map is looked at for. */
const MOST = 150;

function rateOf(row: SummaryRow, dimension: Dimension): number | null {
  const value = row.dimensions[dimension.code];
  return value === null || value === undefined ? null : (Number(value) / Number(dimension.max)) * 100;
}

// The rows come by rank, and those without one stand last whatever their total.
const lowest = (rows: SummaryRow[], count: number): SummaryRow[] =>
  [...rows].sort((a, b) => Number(b.total) - Number(a.total)).slice(-count);

/** From white (all points) to a mid orange that black text stays readable on. */
function colour(rate: number): string {
  const strength = Math.min(1, Math.max(0, (100 - rate) / 60));
  return `rgb(255 ${Math.round(255 - strength * 85)} ${Math.round(255 - strength * 165)})`;
}

/** Units × dimensions with the share of the points in numbers, coloured. */
export function HeatMap({ group, dimensions }: { group: SummaryClass; dimensions: Dimension[] }) {
  const { say } = useWords();
  const scored = group.rows.filter((row) => row.total !== null);
  const shown = scored.length > MOST ? lowest(scored, MOST) : scored;
  if (shown.length === 0) return <p className="muted">{say(words.none)}</p>;
  return (
    <div className="heat-scroll">
      <table className="heat">
        <caption className="muted">
          {say(words.caption)}
          {scored.length > MOST &&
            say({ zh: `仅显示得分最低的 ${MOST} 个单位。`, en: `The lowest ${MOST} units.` })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say(words.unit)}</th>
            {dimensions.map((dimension) => (
              <th scope="col" key={dimension.code}>
                {dimension.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.unit.documentId}>
              <th scope="row">{row.unit.name}</th>
              {dimensions.map((dimension) => {
                const rate = rateOf(row, dimension);
                return (
                  <td key={dimension.code} style={rate === null ? undefined : { background: colour(rate) }}>
                    {rate === null ? '–' : rate.toFixed(0)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
