import { useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { groupBy } from '../../ui/group-by';
import './matrix-grid.css';
import { useScrollWindow } from './use-scroll-window';
import { indices, visibleRange } from './visible-range';

/** unit's index, site's index, the pairing's documentId, verified activities, all activities. */
export type MatrixCell = [unit: number, station: number, pairing: string, verified: number, all: number];

export type Matrix = {
  units: { documentId: string; name: string; unitClass: string }[];
  stations: { documentId: string; name: string; town: string | { name: string } | null }[];
  cells: MatrixCell[];
};

const CELL = { width: 44, height: 30 };

const toneOf = (verified: number, all: number) => {
  if (all === 0) return 'none';
  if (verified === 0) return 'open';
  return verified < all ? 'some' : 'full';
};

/** Units down, sites across, a number where they are paired. Only what shows is drawn: 500 × 300 stays quick. */
export function MatrixGrid({ matrix, caption }: { matrix: Matrix; caption: string }) {
  const { say } = useWords();
  const ref = useRef<HTMLElement>(null);
  const view = useScrollWindow(ref);
  const { units, stations, cells } = matrix;
  const byUnit = useMemo(() => groupBy(cells, ([unit]) => unit), [cells]);

  const rows = indices(
    visibleRange({ count: units.length, size: CELL.height, scroll: view.top, view: view.height }),
  );
  const columns = visibleRange({
    count: stations.length,
    size: CELL.width,
    scroll: view.left,
    view: view.width,
  });
  const shows = ([, station]: MatrixCell) => station >= columns.from && station < columns.to;
  const size = {
    width: `calc(var(--matrix-side) + ${stations.length * CELL.width}px)`,
    height: `calc(var(--matrix-head) + ${units.length * CELL.height}px)`,
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="matrix" ref={ref} tabIndex={0} aria-label={caption}>
      <table
        className="matrix-sheet"
        style={size}
        aria-rowcount={units.length + 1}
        aria-colcount={stations.length + 1}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1} className="matrix-head">
            <th scope="col" aria-colindex={1} className="matrix-corner">
              {say({ zh: '单位 \\ 阵地', en: 'Unit \\ site' })}
            </th>
            {indices(columns).map((at) => (
              <th
                key={stations[at]?.documentId}
                scope="col"
                aria-colindex={at + 2}
                className="matrix-column"
                style={{ left: `calc(var(--matrix-side) + ${at * CELL.width}px)`, width: CELL.width }}
              >
                <Link to={`/stations/${stations[at]?.documentId}`} title={stations[at]?.name}>
                  {stations[at]?.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((at) => (
            <tr
              key={units[at]?.documentId}
              aria-rowindex={at + 2}
              className="matrix-row"
              style={{ top: `calc(var(--matrix-head) + ${at * CELL.height}px)`, height: CELL.height }}
            >
              <th scope="row" aria-colindex={1} className="matrix-side">
                <Link to={`/units/${units[at]?.documentId}`} title={units[at]?.name}>
                  {units[at]?.name}
                </Link>
              </th>
              {(byUnit.get(at) ?? []).filter(shows).map(([, station, pairing, verified, all]) => (
                <td
                  key={pairing}
                  aria-colindex={station + 2}
                  className="matrix-cell"
                  style={{ left: `calc(var(--matrix-side) + ${station * CELL.width}px)`, width: CELL.width }}
                >
                  <Link
                    className={`matrix-pair matrix-${toneOf(verified, all)}`}
                    to={`/pairings/${pairing}`}
                    title={say({
                      zh: `${units[at]?.name} — ${stations[station]?.name}:已核实 ${verified},共 ${all}`,
                      en: `${units[at]?.name} — ${stations[station]?.name}: ${verified} verified of ${all}`,
                    })}
                  >
                    {verified}/{all}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
