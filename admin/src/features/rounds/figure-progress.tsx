import { type EnteredMetric, LEAST_ANSWERS, metricWords } from '@jiedui/shared/metric';
import { acceptsFigures } from '@jiedui/shared/round';
import { SOURCE_WORDS, type SourceCode } from '@jiedui/shared/rubric';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';

export type FigureTally = {
  metric: EnteredMetric;
  sources: SourceCode[];
  units: number;
  entered: number;
  tooFew: number;
  lacking: string[];
};

const words = {
  enter: { zh: '录入、查看', en: 'Enter and look up' },
  look: { zh: '查看', en: 'Look up' },
};

/** Which figures that the office enters are in, and which units still lack them. */
export function FigureProgress({ round, figures }: { round: Row; figures: readonly FigureTally[] }) {
  const { say } = useWords();
  if (figures.length === 0) return null;
  const comma = say({ zh: '、', en: ', ' });
  return (
    <section className="round-figures">
      <h3>
        {say({ zh: '由区办公室录入的数据', en: 'Figures entered by the office' })}{' '}
        <Link to={`/metric-entries?round=${round.id}`} className="link-in-text">
          {say(acceptsFigures(round.state) ? words.enter : words.look)}
        </Link>
      </h3>
      <ul>
        {figures.map(({ metric, sources, units, entered, tooFew, lacking }) => (
          <li key={metric}>
            <span>
              {say(metricWords(metric))}
              <span className="muted"> {sources.map((source) => say(SOURCE_WORDS[source])).join(comma)}</span>
            </span>
            <span>
              {entered}/{units}
              {tooFew > 0 &&
                say({
                  zh: `,其中 ${tooFew} 个单位有效答卷不足 ${LEAST_ANSWERS} 份,视为缺少`,
                  en: `; ${tooFew} with fewer than ${LEAST_ANSWERS} answers count as missing`,
                })}
            </span>
            {lacking.length > 0 && (
              <span className="muted">
                {say({ zh: '尚缺:', en: 'Lacking: ' })}
                {lacking.join(comma)}
                {units - entered > lacking.length &&
                  say({ zh: `等 ${units - entered} 个单位`, en: ` and others, ${units - entered} in all` })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
