import { type Dec, dec } from '../decimal';
import { findIndicator, type Rubric, SOURCE_CODES, SOURCE_WORDS } from '../rubric';
import type { Words } from '../text/words';
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

const PLAIN_WORDS: Record<string, Words> = {
  composite: { zh: '加分前得分', en: 'score before bonus' },
  rawMean: { zh: '全部评分平均', en: 'plain mean' },
  coverage: { zh: '评分完整度', en: 'coverage' },
  bonus: { zh: '加分', en: 'bonus' },
  penalty: { zh: '总分扣分（少者在前）', en: 'penalty (less is better)' },
};

/** A tie-break key as published. */
export function tieBreakWords(rubric: Rubric, key: string): Words {
  const [kind, code = ''] = key.split(':');
  const source = SOURCE_CODES.find((candidate) => candidate === code);
  if (kind === 'source' && source) {
    return { zh: `${SOURCE_WORDS[source].zh}得分`, en: `${SOURCE_WORDS[source].en} score` };
  }
  const named =
    kind === 'dimension'
      ? rubric.dimensions.find((dimension) => dimension.code === code)
      : findIndicator(rubric, code);
  return PLAIN_WORDS[key] ?? { zh: `“${named?.name ?? code}”得分`, en: `${kind} ${code}` };
}
