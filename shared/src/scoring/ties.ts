import { type Dec, dec } from '../decimal';
import { SOURCE_CODES } from '../rubric';
import type { UnitScore } from './unit';

/** What ties are broken by: never an id, a name or the order of input. */
export type TieFacts = Pick<
  UnitScore,
  'composite' | 'rawMean' | 'coverage' | 'bonus' | 'penalty' | 'dimensionTotals' | 'indicators' | 'sources'
>;

/** The figure behind a tie-break key, larger is better; null when the unit has none, which is worse than any. */
export function tieFigure(key: string, facts: TieFacts): Dec | null {
  const text = figureText(key, facts);
  if (text === null) return null;
  return key === 'penalty' ? dec(text).negated() : dec(text);
}

function figureText(key: string, facts: TieFacts): string | null {
  const [kind, code = ''] = key.split(':');
  switch (kind) {
    case 'composite':
    case 'rawMean':
    case 'bonus':
    case 'penalty':
      return facts[kind];
    case 'coverage':
      return facts.coverage.percent;
    case 'dimension':
      return facts.dimensionTotals.find((dimension) => dimension.code === code)?.value ?? null;
    case 'indicator':
      return Object.hasOwn(facts.indicators, code) ? (facts.indicators[code] ?? null) : null;
    case 'source': {
      const source = SOURCE_CODES.find((candidate) => candidate === code);
      return source ? (facts.sources[source] ?? null) : null;
    }
    default:
      return null;
  }
}
