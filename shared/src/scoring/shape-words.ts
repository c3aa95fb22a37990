import type { z } from 'zod';
import type { Words } from '../text/words';
import { MISSING_STATES, MISSING_WORDS } from './missing';

/** Field names of an entry as the evaluator reads them. */
const FIELD_WORDS: Record<string, Words> = {
  points: { zh: '得分', en: 'points' },
  deductions: { zh: '扣分', en: 'deductions' },
  deducted: { zh: '扣分合计', en: 'deducted' },
  count: { zh: '数量', en: 'count' },
  level: { zh: '档次', en: 'level' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  value: { zh: '数值', en: 'value' },
  uses: { zh: '加分', en: 'uses' },
  option: { zh: '加分选项', en: 'option' },
  reason: { zh: '理由', en: 'reason' },
  triggered: { zh: '是否触发', en: 'triggered' },
  missing: { zh: '未评原因', en: 'missing' },
  comment: { zh: '备注', en: 'comment' },
};

const unnamed: Words = { zh: '内容', en: 'entry' };

/** The field that a path of an entry ends in, in words; a key that is none of ours as it was sent. */
export function fieldWords(path: readonly (string | number)[]): Words {
  const key = path.findLast((part) => typeof part === 'string');
  if (key === undefined) return unnamed;
  return Object.hasOwn(FIELD_WORDS, key) ? (FIELD_WORDS[key] ?? unnamed) : { zh: key, en: key };
}

const TYPES: Record<string, Words> = {
  number: { zh: '应填数字', en: 'must be a number' },
  int: { zh: '应填整数', en: 'must be a whole number' },
  string: { zh: '应填文字', en: 'must be a text' },
  boolean: { zh: '只能选“未触发”或“触发”', en: 'must be yes or no' },
  array: { zh: '应逐条填写', en: 'must be a list' },
};

const WRONG_FORM: Words = { zh: '格式不对，请重新填写', en: 'has the wrong form' };

/** What is wrong with the shape of a field, and what belongs there. */
export function shapeWords(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? WRONG_FORM;
    case 'invalid_value': {
      const reasons = MISSING_STATES.map((state) => MISSING_WORDS[state]);
      return {
        zh: `没有这一项，可选 ${reasons.map(({ zh }) => zh).join('、')}`,
        en: `must be one of ${MISSING_STATES.join(', ')}`,
      };
    }
    case 'too_small':
      return { zh: `不能小于 ${issue.minimum}`, en: `must be at least ${issue.minimum}` };
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum));
    default:
      return WRONG_FORM;
  }
}

function atMost(origin: string, most: number): Words {
  if (origin === 'string') return { zh: `最多 ${most} 个字`, en: `at most ${most} characters` };
  if (origin === 'array') return { zh: `最多 ${most} 条`, en: `at most ${most} items` };
  return { zh: `不能大于 ${most}`, en: `must be at most ${most}` };
}
