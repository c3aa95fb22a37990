import {
  type Dimension,
  dimensionMax,
  evidenceWords,
  type Indicator,
  ITEM_KIND_WORDS,
  itemWords,
  type Rubric,
  SOURCE_WORDS,
} from '@jiedui/shared/rubric';
import { useWords } from '../../providers/i18n';
import { usePhone } from '../../ui/use-phone';

const words = {
  code: { zh: '编码', en: 'Code' },
  name: { zh: '指标', en: 'Indicator' },
  kind: { zh: '类型', en: 'Kind' },
  points: { zh: '分值', en: 'Points' },
  standard: { zh: '评分标准', en: 'Standard' },
  options: { zh: '计分办法', en: 'How it counts' },
  evidence: { zh: '数据来源、评价主体、佐证记录', en: 'Evidence, judged by, records' },
};

const COLUMNS = ['code', 'name', 'kind', 'points', 'standard', 'options', 'evidence'] as const;

/** What an indicator says, by column; the words are empty where it says nothing. */
function useCells(rubric: Rubric) {
  const { say } = useWords();
  const bands = [rubric.bands, ...Object.values(rubric.bandsByClass)].flat();
  const bandName = (code: string) =>
    bands.find((band) => band.code === code)?.label ?? { zh: code, en: code };
  return (indicator: Indicator): Record<(typeof COLUMNS)[number], string> => ({
    code: indicator.code,
    name: indicator.name,
    kind: say(ITEM_KIND_WORDS[indicator.item.kind]),
    points: String(indicator.maxPoints),
    standard: indicator.standard ?? '',
    options: say(itemWords(indicator, bandName)),
    evidence: [
      indicator.dataSource,
      indicator.sources?.map((code) => say(SOURCE_WORDS[code])).join(say({ zh: '、', en: ', ' })),
      indicator.evidence && say(evidenceWords(indicator.evidence)),
    ]
      .filter(Boolean)
      .join(' · '),
  });
}

function IndicatorCards({ rubric, dimension }: { rubric: Rubric; dimension: Dimension }) {
  const { say } = useWords();
  const cellsOf = useCells(rubric);
  return (
    <ul className="record-cards">
      {dimension.indicators.map((indicator) => {
        const cells = cellsOf(indicator);
        return (
          <li key={cells.code} className="record-card">
            <div className="record-card-title">
              <span>
                {cells.code} {cells.name}
              </span>
              <span>{cells.points}</span>
            </div>
            <dl>
              {(['kind', 'standard', 'options', 'evidence'] as const)
                .filter((key) => cells[key] !== '')
                .map((key) => (
                  <div key={key} style={{ display: 'contents' }}>
                    <dt>{say(words[key])}</dt>
                    <dd>{cells[key]}</dd>
                  </div>
                ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function IndicatorTable({ rubric, dimension }: { rubric: Rubric; dimension: Dimension }) {
  const { say } = useWords();
  const cellsOf = useCells(rubric);
  return (
    <table>
      <caption className="visually-hidden">{dimension.name}</caption>
      <thead>
        <tr>
          {COLUMNS.map((key) => (
            <th scope="col" key={key}>
              {say(words[key])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dimension.indicators.map((indicator) => {
          const cells = cellsOf(indicator);
          return (
            <tr key={cells.code}>
              {COLUMNS.map((key) => (
                <td key={key} className={key === 'points' ? 'number' : undefined}>
                  {cells[key]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The indicators of a rubric, dimension by dimension: a table, on a phone cards. */
export function Indicators({ rubric }: { rubric: Rubric }) {
  const phone = usePhone();
  const Shown = phone ? IndicatorCards : IndicatorTable;
  return (
    <>
      {rubric.dimensions.map((dimension) => (
        <section key={dimension.code} className="panel rubric-dimension">
          <h2>
            {dimension.name} <DimensionPoints dimension={dimension} />
          </h2>
          <Shown rubric={rubric} dimension={dimension} />
        </section>
      ))}
    </>
  );
}

function DimensionPoints({ dimension }: { dimension: Dimension }) {
  const { say } = useWords();
  const max = dimensionMax(dimension).toString();
  if (max === '0') return null;
  const base =
    dimension.base === undefined
      ? ''
      : say({ zh: `,起评分 ${dimension.base}`, en: `, base ${dimension.base}` });
  return (
    <span className="muted">
      {say({ zh: `满分 ${max}`, en: `${max} points` })}
      {base}
    </span>
  );
}
