import type { Words } from '../text/words';
import type { RubricDraft } from './draft';
import { SOURCE_CODES, SOURCE_WORDS } from './sources';

const PLAIN_WORDS: Record<string, Words> = {
  composite: { zh: '加分前得分', en: 'score before bonus' },
  rawMean: { zh: '全部评分平均', en: 'plain mean' },
  coverage: { zh: '评分完整度', en: 'coverage' },
  bonus: { zh: '加分', en: 'bonus' },
  penalty: { zh: '总分扣分（少者在前）', en: 'penalty (less is better)' },
};

/** Keys that every rubric may break ties by, beside its dimensions, indicators and sources. */
export const TIE_KEYS: readonly string[] = Object.keys(PLAIN_WORDS);

/** A tie-break key as published. */
export function tieBreakWords({ dimensions }: Pick<RubricDraft, 'dimensions'>, key: string): Words {
  const [kind, code = ''] = key.split(':');
  const source = SOURCE_CODES.find((candidate) => candidate === code);
  if (kind === 'source' && source) {
    return { zh: `${SOURCE_WORDS[source].zh}得分`, en: `${SOURCE_WORDS[source].en} score` };
  }
  const things = kind === 'dimension' ? dimensions : dimensions.flatMap(({ indicators }) => indicators);
  const named = things.find((one) => one.code === code);
  return PLAIN_WORDS[key] ?? { zh: `“${named?.name ?? code}”得分`, en: `${kind} ${code}` };
}
