import type { Words } from '../text/words';
import type { Rubric } from './schema';
import { SOURCE_CODES, SOURCE_WORDS } from './sources';
import { findIndicator } from './walk';

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
